import { isPublic } from "@/lib/api/webhooks/public-address";
import { problemWithWebhookAddress } from "@/lib/api/webhooks/webhook-address";
import { signedHeaders } from "@/lib/api/webhooks/webhook-secret";

test("a signature is the one that Standard Webhooks publishes for its example", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const at = new Date(1_614_265_330_000);
  expect(signedHeaders([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}')).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("while a secret is being changed there is a signature for each, the newest first, after a space", () => {
  const [secret, earlier] = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"];
  const of = (...secrets: string[]) => signedHeaders(secrets, "msg", new Date(0), "{}")["webhook-signature"];
  expect(of(secret, earlier)).toBe(`${of(secret)} ${of(earlier)}`);
  expect(of(secret)).not.toBe(of(earlier));
});

test.each([
  ...["127.0.0.1", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.100.100.200", "0.0.0.0"],
  ...["168.63.129.16", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00:ec2::254", "::ffff:10.0.0.1"],
  ...["64:ff9b::a9fe:a9fe", "2002:7f00:1::", "ff02::1", "not an address", ""],
])("%s is no address of the open internet", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"])("%s is an address of the open internet", (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each([
  ...["", "records.example", "http://records.example/", "ftp://records.example/", "https://localhost/", "https://nas/"],
  ...[
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://me:word@records.example/",
  ],
  ...["https://records.example/#part", "https://records.internal/", `https://records.example/${"a".repeat(500)}`],
])("an address such as %s is not taken, and a sentence says why", (address) => {
  expect(problemWithWebhookAddress(address)).toMatch(/^Enter /);
});

test.each(["https://records.example/hook?for=rosewood", "https://records.example:8443/"])(
  "an address such as %s is taken",
  (address) => {
    expect(problemWithWebhookAddress(address)).toBeNull();
  },
);
