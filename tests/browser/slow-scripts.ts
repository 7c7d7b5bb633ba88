import { expect, type Page, type Request, type Route } from "@playwright/test";

/** A field that someone filled: its name, and what then stood in it or whether it was ticked. */
type Filled = readonly [name: string, value: string];

/**
 * Opens a page whose scripts are held back, as on a slow phone. Fills each of its forms meanwhile and presses its
 * button, lets the scripts come, and presses again: nothing that was filled may be lost, neither in the fields nor in
 * what is sent, before and after. What is sent is looked at and goes no further. `isFirst` says of a form, by its
 * fields, whether it is to be looked at. Returns how many were.
 */
export async function keepsWhatIsTyped(page: Page, path: string, isFirst: (form: string) => boolean): Promise<number> {
  const scripts = holdScripts();
  const sent = new Sent();
  await page.route(scripts.which, scripts.hold);
  await page.route((url) => !scripts.which.test(url.pathname), sent.stop);
  try {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    const forms: { nth: number; filled: Filled[] }[] = [];
    for (const [nth, form] of (await page.evaluate(formsHere)).entries()) {
      if (form === "" || !isFirst(form)) continue;
      const filled = await page.evaluate(fill, nth);
      if (filled.length > 0) forms.push({ nth, filled });
    }
    for (const { nth, filled } of forms) await sent.holds(page, nth, filled, "before its script");
    scripts.release();
    if (forms.length > 0) await expect.poll(() => page.evaluate(notTakenOver), `${path} is not taken over`).toEqual([]);
    for (const { nth, filled } of forms) {
      expect(await page.evaluate(standing, nth), `${path}, form ${nth}, when its script has come`).toEqual(
        expect.arrayContaining(filled.map((field) => [...field])),
      );
      await sent.holds(page, nth, filled, "with its script");
    }
    return forms.length;
  } finally {
    scripts.release();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
}

/** Scripts wait until they are released. */
function holdScripts() {
  let release = (): void => undefined;
  const released = new Promise<void>((go) => (release = () => go()));
  const hold = async (route: Route) => {
    await released;
    await route.continue().catch(() => undefined);
  };
  return { which: /\/_next\/static\/.*\.js$/, hold, release };
}

/** Stops whatever a form sends on its way, and keeps it. */
class Sent {
  private armed = false;
  private heard: ((request: Request) => void) | undefined;

  readonly stop = async (route: Route) => {
    const request = route.request();
    const isForm = request.method() === "POST" || (this.armed && request.isNavigationRequest());
    if (!isForm) return route.continue().catch(() => undefined);
    if (this.armed) this.heard?.(request);
    await route.fulfill({ status: 204 }).catch(() => undefined);
  };

  /** Presses the form's last button, which leads on, and expects that what is sent holds what was filled. */
  async holds(page: Page, nth: number, filled: readonly Filled[], when: string): Promise<void> {
    const where = `${page.url()}, form ${nth}, sent ${when}`;
    const request = new Promise<Request | null>((resolve) => {
      this.heard = resolve;
      setTimeout(() => resolve(null), 5000);
    });
    this.armed = true;
    const pressed = await page.evaluate(press, nth);
    const given = pressed ? await request : null;
    this.armed = false;
    this.heard = undefined;
    expect(given, `${where}: nothing was sent`).not.toBeNull();
    if (given) expect(await fieldsIn(given), where).toEqual(expect.arrayContaining(filled.map((field) => [...field])));
  }
}

/** What a request carries, by the names of the form's fields; those of a server action have a number before them. */
async function fieldsIn(request: Request): Promise<string[][]> {
  const body = request.postDataBuffer();
  if (!body) return [...new URL(request.url()).searchParams].map(([name, value]) => [name, value]);
  const type = request.headers()["content-type"] ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  return [...form].map(([name, value]) => [name.replace(/^_?\d+_/, ""), typeof value === "string" ? value : ""]);
}

/** Of each form on the page, how it is sent and its fields, or nothing where it has none to fill. */
const formsHere = () =>
  [...document.forms].map((form) => {
    const fields = [...form.elements].filter((element) =>
      element.matches("input:not([type=hidden], [type=file], [type=submit]), select, textarea"),
    ) as HTMLInputElement[];
    const names = new Set(fields.map(({ name, type }) => `${type} ${name.replace(/\d+/g, "0")}`));
    return fields.length === 0 ? "" : `${form.method} ${[...names].join()}`;
  });

/** Fills what can be seen of a form as a person would, and gives what then stands there. */
const fill = (nth: number) => {
  const form = document.forms[nth];
  const filled: [string, string][] = [];
  const radios = new Map<string, HTMLInputElement>();
  const said = (field: Element) => {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const field of form?.elements ?? []) {
    if (!field.checkVisibility() || (field as HTMLInputElement).disabled) continue;
    if (field instanceof HTMLSelectElement) {
      field.selectedIndex = field.options.length - 1;
      said(field);
      filled.push([field.name, field.value]);
    } else if (field instanceof HTMLTextAreaElement) {
      field.value = "Typed before the script";
      said(field);
      filled.push([field.name, field.value]);
    } else if (field instanceof HTMLInputElement) {
      const { type, name } = field;
      if (type === "radio") radios.set(name, field);
      else if (type === "checkbox") {
        field.checked = !field.checked;
        said(field);
        if (field.checked) filled.push([name, field.value]);
      } else if (!/hidden|file|submit|button|image/.test(type) && !field.readOnly) {
        const typed =
          type === "email"
            ? "typed.early@trust.example"
            : type === "number" || field.inputMode === "numeric"
              ? "7"
              : "typed early";
        field.value = field.maxLength > 0 ? typed.slice(0, field.maxLength) : typed;
        said(field);
        if (name) filled.push([name, field.value]);
      }
    }
  }
  for (const [name, radio] of radios) {
    radio.checked = true;
    said(radio);
    filled.push([name, radio.value]);
  }
  return filled;
};

const standing = (nth: number) => {
  const form = document.forms[nth];
  return form ? [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]) : [];
};

const press = (nth: number) => {
  const form = document.forms[nth];
  const button = [...(form?.elements ?? [])]
    .filter((element) => element.matches("button:not([type=button]), [type=submit]"))
    .at(-1);
  if (!(button instanceof HTMLElement)) return false;
  button.click();
  return true;
};

/** The fields that React has not yet taken over. */
const notTakenOver = () =>
  [...document.forms].flatMap((form) =>
    [...form.querySelectorAll("input:not([type=hidden], altcha-widget *), select, textarea, button")]
      .filter((field) => !Object.keys(field).some((key) => key.startsWith("__reactProps$")))
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
