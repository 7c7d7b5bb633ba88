import { read, utils } from "xlsx";
import { GET } from "@/app/(dashboard)/accounts/people/download/route";
import type { User } from "@/lib/access/user";
import { disconnect, system, transact } from "@/lib/db";
import { cast, type Cast } from "@/tests/support/cast";
import { emptyDatabase } from "@/tests/support/database";

let mockUser: User | null = null;
jest.mock("@/lib/web/session", () => ({ provenUser: () => Promise.resolve(mockUser) }));

let world: Cast;
beforeEach(async () => {
  await emptyDatabase();
  world = await cast();
  mockUser = world.users.ben;
  await transact(system("test"), "names and numbers", async (tx) => {
    const amina = {
      fullName: "=SUM(A1)",
      telephone: "+447700900982",
      lastSignedInAt: new Date("2026-07-01T09:05:00Z"),
    };
    await tx.account.update({ where: { id: world.users.amina.id }, data: amina });
  });
});
afterAll(disconnect);

const asked = async (format: string) =>
  GET(new Request(`http://localhost/accounts/people/download?format=${format}&words=amina`), {
    params: Promise.resolve({}),
  });

test("in a workbook, telephone numbers are text, and dates are dates in London time", async () => {
  const response = await asked("xlsx");
  expect(response.headers.get("Content-Type")).toMatch(/spreadsheetml/);
  const sheet = read(await response.arrayBuffer(), { cellNF: true }).Sheets.People ?? {};
  const headings = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  const cell = (heading: string) => {
    const { t, v, f, z } = (sheet[utils.encode_cell({ r: 1, c: headings.indexOf(heading) })] ?? {}) as Record<
      string,
      unknown
    >;
    return { t, v, f, z };
  };
  expect(cell("Name")).toEqual({ t: "s", v: "=SUM(A1)", f: undefined, z: "@" });
  expect(cell("Telephone")).toMatchObject({ t: "s", v: "07700 900982" });
  expect(cell("Last signed in")).toMatchObject({ t: "n", z: "dd/mm/yyyy hh:mm" });
  const days = Date.UTC(2026, 6, 1, 10, 5) - Date.UTC(1899, 11, 30);
  expect(cell("Last signed in").v).toBeCloseTo(days / 86_400_000, 6);
  expect(cell("Number of places")).toMatchObject({ t: "n", v: 1 });
});

test("in a CSV file, dates sort as they are written, and a telephone number keeps its leading nought", async () => {
  const [, line = ""] = (await (await asked("csv")).text()).split("\r\n");
  expect(line).toMatch(/^'=SUM\(A1\),amina@cast\.example,07700 900982,/);
  expect(line).toMatch(/,\d{4}-\d\d-\d\d \d\d:\d\d,2026-07-01 10:05,/);
});

test("a colleague who is not an approver anywhere gets no file", async () => {
  mockUser = world.users.amina;
  expect((await asked("xlsx")).status).toBe(404);
});
