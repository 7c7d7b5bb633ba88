// Imported before everything else, because the rest may not even load in an old version of Node.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node.js 20.19 or later is needed, and this is ${process.versions.node}: install a newer one from nodejs.org.`,
  );
  process.exit(1);
}
