import { readdirSync } from "node:fs";
import type { NextConfig } from "next";

const latestMigration =
  readdirSync("prisma/migrations")
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1) ?? "";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  output: "standalone",
  // Types are npm run check's to judge: a test under way must not keep a demo from starting.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  env: { LATEST_MIGRATION: latestMigration },
  // Read at run time: tracing finds what is imported only. The table where UK_ONLY asks for it, the typeface of receipts and pictures.
  outputFileTracingIncludes: {
    "/abroad": ["node_modules/@ip-location-db/geo-whois-asn-country/*-num.csv"],
    "/api/receipts/*/pdf": ["node_modules/@expo-google-fonts/arimo/{400Regular,700Bold}/*.ttf"],
    "/areas/*/*/measure/chart.png": ["node_modules/@expo-google-fonts/arimo/{400Regular,700Bold}/*.ttf"],
  },
  serverExternalPackages: [
    "@napi-rs/canvas",
    "@node-rs/argon2",
    "graphile-worker",
    "pg",
    "pino",
    "nodemailer",
    "pdfkit",
  ],
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
};

export default config;
