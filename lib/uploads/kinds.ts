import type { Verb } from "@/lib/access/policy";
import { db, system, type Prisma } from "@/lib/db";
import { done, type Outcome } from "@/lib/outcome";
import { preRegister } from "@/lib/people/pre-registration/pre-register";
import type { ManagerLine } from "@/lib/people/pre-registration/columns";
import { registers, type RegisterName } from "@/lib/registers/registers";
import { fromPieces } from "./pieces";

export type UploadKind = "register" | "pre-registration";
export type UploadRow = Prisma.ImportUploadGetPayload<object>;

/** How a step is done: for the preview (`dryRun`) or for real, in whose name, telling how far it is. */
export interface UploadStep {
  dryRun: boolean;
  by: string;
  now: Date;
  progress: (rows: number) => void;
}

/** What sets one kind of sent file apart: all else of its life is the same. */
interface Kind {
  /** Who may send, see and confirm it. */
  act: Extract<Verb, "import registers" | "support people">;
  /** For how long it waits to be confirmed, and the result can be read. */
  keptFor: number;
  /** What the audit calls it. */
  name: string;
  /** Previews it, or does what it says. */
  work(upload: UploadRow, step: UploadStep): Promise<Outcome<object>>;
}

const day = 24 * 60 * 60_000;

export const uploadKinds: Record<UploadKind, Kind> = {
  register: {
    act: "import registers",
    keptFor: day,
    name: "a register file",
    work: (upload, { by, ...asked }) =>
      fromPieces(upload, (file) =>
        registers[upload.register as RegisterName](system(by), {
          ...asked,
          file,
          full: upload.full ?? false,
          close: upload.close ?? undefined,
        }),
      ),
  },
  "pre-registration": {
    act: "support people",
    keptFor: 7 * day,
    name: "a spreadsheet of managers",
    work: async ({ id, preview, confirmedById }, { dryRun, now }) => {
      const { lines } = preview as unknown as ManagersPreview;
      if (dryRun || confirmedById === null) return done({ lines });
      const results = await db.importUploadLine.findMany({ where: { uploadId: id }, select: { line: true } });
      const finished = new Set(results.map(({ line }) => line));
      const report = (tx: Parameters<Parameters<typeof preRegister>[0]["report"]>[0], came: object[]) =>
        tx.importUploadLine.createMany({
          data: came.map((each) => ({ ...each, uploadId: id })) as Prisma.ImportUploadLineCreateManyInput[],
        });
      return done(await preRegister({ lines, finished, confirmedById, report }, now));
    },
  },
};

/** The preview of a spreadsheet of managers: its lines, which are judged again whenever they are shown or done. */
export interface ManagersPreview {
  lines: ManagerLine[];
}
