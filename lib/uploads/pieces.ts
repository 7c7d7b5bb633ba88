import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { refused, type Outcome } from "@/lib/outcome";

const pieceBytes = 1 << 20;

/** Keeps a file in pieces where every instance finds it. */
export async function keepPieces(tx: Transaction, id: number, at: string): Promise<void> {
  let part = 0;
  for await (const bytes of createReadStream(at, { highWaterMark: pieceBytes }))
    await tx.$executeRaw`insert into import_upload_part (upload_id, part, bytes) values (${id}, ${part++}, ${bytes as Buffer})`;
}

/** Puts the file together where the readers can read it, under a name of ours, for as long as `use` takes. */
export async function fromPieces<T>(
  { id, fileName, size }: Prisma.ImportUploadGetPayload<object>,
  use: (file: { path: string; name: string }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const folder = await mkdtemp(path.join(tmpdir(), "capacity-upload-"));
  try {
    const at = path.join(folder, "upload");
    const file = await open(at, "w");
    let written = 0;
    try {
      for (let part = 0; written < size; part++) {
        const piece = await db.importUploadPart.findUnique({ where: { uploadId_part: { uploadId: id, part } } });
        if (!piece) return refused({ message: "This file was discarded." });
        await file.write(piece.bytes);
        written += piece.bytes.length;
      }
    } finally {
      await file.close();
    }
    return await use({ path: at, name: fileName });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
