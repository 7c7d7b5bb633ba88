import { execFileSync } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "../..");

test("a command with DATABASE_URL works on that database, and does not mention the demo", () => {
  const said = execFileSync(process.execPath, ["scripts/steps/on-the-demo.mjs", "-p", "process.env.DATABASE_URL"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "postgresql://elsewhere/tracker" },
    encoding: "utf8",
  });
  expect(said).toBe("postgresql://elsewhere/tracker\n");
});
