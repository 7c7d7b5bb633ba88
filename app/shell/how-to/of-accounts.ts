import type { ShortSteps } from "./short-steps";

/** For everyone’s own account, and for approvers. */
export const ofAccounts = {
  register: {
    title: "register",
    steps: [
      "Say who you are, where you work and what you need. It takes about five minutes.",
      "An approver where you work, or our support team, decides within 48 hours.",
      "We then email you a password that works once. You choose your own when you sign in.",
    ],
  },
  "sign-in": {
    title: "sign in for the first time",
    steps: [
      "Use the password in our email. It works once, then you choose your own.",
      "No email? Look in your junk folder, then ask the support team to send it again.",
    ],
  },
  access: {
    title: "change what you can see",
    steps: [
      "Ask for a place or an area that you need for your work. Its approver is emailed.",
      "Give up what you no longer need. You lose it straight away.",
    ],
  },
  "ask-for-access": {
    title: "ask for more access",
    steps: [
      "Find the places by postcode, by local authority or by Sub ICB. Choose them one by one, or all at once.",
      "Send it. The approver is emailed, and you see on My access that it is waiting.",
    ],
  },
  details: {
    title: "change your details",
    steps: [
      "Change what is different, and save.",
      "A new email address counts once you have opened the link that we send there.",
    ],
  },
  keys: {
    title: "let another system file for you",
    steps: [
      "Make a key for the system, for the locations it looks after.",
      "Copy the key when it is shown, and give it to the people who look after the system. It is shown once.",
      "End it when you stop using the system. It stops working straight away.",
    ],
  },
  webhooks: {
    title: "have another system told",
    steps: [
      "Enter the address that the people who look after that system gave you.",
      "Give them the secret, with which they check that a message came from us. It is shown once.",
      "Send a test, and see below that it arrived.",
    ],
  },
  colleague: {
    title: "change someone’s access",
    steps: [
      "Change it for one location, or close the account on the day they leave.",
      "It counts from the next page they open. They are told by email.",
    ],
  },
  "access-history": {
    title: "read this history",
    steps: ["Each line says who gave or ended access, for whom, when and why. No one can edit it."],
  },
  requests: {
    title: "decide who gets access",
    steps: [
      "Open a request. Check that the person works there now, and that their email address is right.",
      "Approve or reject it. They are emailed the result.",
    ],
  },
} satisfies Record<string, ShortSteps>;
