import nextJest from "next/jest.js";

const base = {
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
};
const project = async (displayName, testEnvironment, extra = {}) =>
  nextJest({ dir: "./" })({
    ...base,
    displayName,
    testEnvironment,
    testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
    setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts"],
    ...extra,
  })();

const config = async () => ({
  projects: [
    await project("rules", "node"),
    await project("screens", "jsdom", {
      setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts", "<rootDir>/tests/support/screen.ts"],
    }),
    await project("database", "node", { setupFiles: ["<rootDir>/tests/support/database-url.ts"] }),
    await project("journeys", "node", { setupFiles: ["<rootDir>/tests/support/database-url.ts"] }),
  ],
});
export default config;
