import { act } from "@testing-library/react";
import { useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { useStanding } from "@/components/ui/use-standing";

function Choosing({ first }: { first: string | null }) {
  const [chosen, setChosen] = useState(first);
  const around = useStanding<HTMLDivElement>("area", ([value]) => setChosen(value ?? null));
  return (
    <div ref={around}>
      {["a", "b"].map((value) => (
        <input
          key={value}
          name="area"
          type="radio"
          value={value}
          checked={chosen === value}
          onChange={() => setChosen(value)}
        />
      ))}
      <p>{chosen ?? "none"}</p>
    </div>
  );
}

/** The page as it came, chosen on before its script arrived. */
function takenOver(first: string | null, chosen?: string): HTMLElement {
  const page = document.createElement("div");
  document.body.append(page);
  page.innerHTML = renderToString(<Choosing first={first} />);
  const box = page.querySelector<HTMLInputElement>(`[value="${chosen}"]`);
  if (box) box.checked = true;
  act(() => {
    hydrateRoot(page, <Choosing first={first} />);
  });
  return page;
}

const ticked = (page: HTMLElement) => page.querySelector<HTMLInputElement>("input:checked")?.value ?? null;

test("what was chosen before the script arrived is still chosen, and known, when it takes over", () => {
  const page = takenOver(null, "b");
  expect([ticked(page), page.textContent]).toEqual(["b", "b"]);
});

test("what was chosen in the meantime replaces what was saved, which stays if nothing was chosen", () => {
  expect(takenOver("a", "b").textContent).toBe("b");
  expect(takenOver("a").textContent).toBe("a");
  expect(takenOver(null).textContent).toBe("none");
});
