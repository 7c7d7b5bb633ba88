import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadAll } from "js-yaml";

/** The manifests for Kubernetes, read as they are; where there is a kubectl, also as it puts them together. */
const root = path.join(__dirname, "../..");
const base = path.join(root, "deploy/base");

interface Container {
  image: string;
  env?: { name: string }[];
  securityContext: unknown;
  resources: { limits: { memory: string } };
  readinessProbe?: { httpGet: { path: string } };
}
interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: {
    template?: { spec: { containers: Container[]; securityContext: object; automountServiceAccountToken: boolean } };
  };
}

const manifests = readdirSync(base)
  .filter((file) => file !== "kustomization.yaml")
  .flatMap((file) => loadAll(readFileSync(path.join(base, file), "utf8")) as Manifest[]);
const pods = manifests.flatMap(({ metadata, spec }) =>
  spec.template ? [{ name: metadata.name, ...spec.template.spec }] : [],
);

test("the app, the worker and the migration are there", () => {
  expect(pods.map(({ name }) => name).sort()).toEqual(["app", "migrate", "worker"]);
});

test.each(pods)("$name runs as no root, cannot write to its own files and has no key to the cluster", (pod) => {
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
  expect(pod.automountServiceAccountToken).toBe(false);
  for (const { securityContext, resources } of pod.containers) {
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(resources.limits.memory).toMatch(/^\d+(Mi|Gi)$/);
  }
});

test("the app gets requests only while it says it is ready", () => {
  const app = pods.find(({ name }) => name === "app");
  expect(app?.containers[0]?.readinessProbe?.httpGet.path).toBe("/readyz");
});

test("no manifest holds a secret, and every setting in one is a setting of ours", () => {
  const known = readFileSync(path.join(root, ".env.example"), "utf8");
  const set = pods.flatMap(({ containers }) => containers.flatMap(({ env = [] }) => env));
  expect(set.length).toBeGreaterThan(6);
  for (const one of set) {
    expect(known).toContain(`\n${one.name}=`);
    if (/URL|KEY|PASSWORD/.test(one.name)) expect(one).not.toHaveProperty("value");
  }
  expect(manifests.map(({ kind }) => kind)).not.toContain("Secret");
  const example = readFileSync(path.join(root, "deploy/example/settings.env"), "utf8").trim().split("\n");
  for (const line of example) expect(known).toContain(`\n${line.split("=")[0] ?? ""}=`);
});

test("each process gets its own login to the database alone", () => {
  const logins = pods.map(({ name, containers }) => [
    name,
    [...JSON.stringify(containers).matchAll(/"database-(\w+)"/g)].map(([, login]) => login),
  ]);
  expect(Object.fromEntries(logins)).toEqual({ app: ["app"], worker: ["app", "worker"], migrate: ["owner"] });
});

const kubectl = spawnSync("kubectl", ["kustomize", "--help"]).status === 0;
(kubectl ? test : test.skip)("kubectl puts the example together, with every manifest in its namespace", () => {
  const { status, stdout, stderr } = spawnSync("kubectl", ["kustomize", "deploy/example"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const rendered = loadAll(stdout) as { kind: string; metadata: { namespace: string } }[];
  expect(rendered.length).toBe(manifests.length + 3);
  expect(rendered.filter(({ metadata }) => metadata.namespace !== "capacity-tracker")).toEqual([]);
});

test("the dashboard and the alarms ask for metrics that the service has", () => {
  const made = readFileSync(path.join(root, "lib/web/metrics.ts"), "utf8");
  const asked = ["dashboard.json", "alerts.yaml"].map((file) =>
    readFileSync(path.join(root, "deploy/prometheus", file), "utf8"),
  );
  const names = new Set(
    asked
      .join()
      .match(/capacity_[a-z_]+/g)
      ?.map((name) => name.replace(/_(?:bucket|count)$/, "")),
  );
  expect(names.size).toBe(2);
  for (const name of names) expect(made).toContain(`name: "${name}"`);
  const kinds = new Set([...asked.join().matchAll(/what=\\?"(\w+)/g)].map(([, kind]) => kind));
  expect(kinds.size).toBe(3);
  for (const kind of kinds) expect(made).toContain(`what: "${kind ?? ""}"`);
  expect(() => JSON.parse(asked[0] ?? "") as unknown).not.toThrow();
  expect(loadAll(asked[1] ?? "")).toHaveLength(1);
});
