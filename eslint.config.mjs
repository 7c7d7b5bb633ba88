import tseslint from "typescript-eslint";

const UNCHECKED_SQL =
  "Build SQL with Prisma.sql and parameters: text put together by hand can be made to say something else.";
const unchecked = (name) => ({ selector: `MemberExpression[property.name='${name}']`, message: UNCHECKED_SQL });

export default tseslint.config(
  {
    ignores: [
      ".next/",
      ".data/",
      "prisma/client/",
      "public/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
      "**/*.mjs",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-syntax": [
        "error",
        unchecked("$queryRawUnsafe"),
        unchecked("$executeRawUnsafe"),
        { selector: "MemberExpression[object.name='Prisma'][property.name='raw']", message: UNCHECKED_SQL },
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["../*"], message: "Write @/ for what stands elsewhere, ./ for what stands beside or below." },
          ],
        },
      ],
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ["scripts/**", "prisma/seed/**", "lib/log.ts"], rules: { "no-console": "off" } },
  {
    files: ["tests/**"],
    rules: {
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
