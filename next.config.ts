import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  output: "standalone",
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "nodemailer", "@react-pdf/renderer"],
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
};

export default config;
