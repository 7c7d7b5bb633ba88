import type { ShortSteps } from "./short-steps";

/** For the support team. */
export const ofSupport = {
  audit: {
    title: "find something in the audit",
    steps: [
      "Search by the name of a person or place, or by a reason. Narrow it by what was changed and by date.",
      "If anyone has changed the record itself, a notice at the top of this page says so.",
    ],
  },
  "find-settings": {
    title: "decide who may search",
    steps: [
      "People who asked come first. Let each of them in or not.",
      "Each setting below holds for everyone, and is saved with your reason.",
    ],
  },
  database: {
    title: "read this page",
    steps: ["If the replica falls too far behind, pages read from the main server by themselves. You need do nothing."],
  },
  imports: {
    title: "import a register",
    steps: [
      "Upload the file as it was published. You see what it would change before anything is stored.",
      "If it would close many locations at once, you are asked to confirm how many.",
      "Each run is kept here, with what it changed and what it skipped.",
    ],
  },
  jobs: {
    title: "see to work that failed",
    steps: [
      "Work that failed is tried again by itself. Open it to see when it ran and why it failed.",
      "If it fails again and again, send the IT team the time and what the page says.",
    ],
  },
  "make-keys": {
    title: "make a key for another system",
    steps: [
      "Ask the approver first: the system will file with their access. The key ends with it.",
      "Copy the key when it is shown, and send it to the people who look after the system. It is shown once.",
      "End a key that no one uses any more. It stops working straight away.",
    ],
  },
  "see-to-webhooks": {
    title: "see to messages that do not arrive",
    steps: [
      "Open a webhook that fails to see what the other system answered, and tell the people who look after it.",
      "Pause it if they ask you to. Once it works, send again what was not delivered.",
    ],
  },
  mail: {
    title: "find an email",
    steps: [
      "Enter part of the address. Open a message to see what became of it, and to send it again.",
      "If it bounced, check the spelling of the address with the person by telephone.",
    ],
  },
  "write-news": {
    title: "write news",
    steps: [
      "Write it, and say whom it is for and from when it is shown.",
      "Save it, read it as others will see it, then publish it. It is emailed only to people who agreed to news.",
    ],
  },
  people: {
    title: "look after someone’s account",
    steps: [
      "Find the person, and give the reason for opening their record. It is kept.",
      "From there you can unlock the account, send login details again, and change or end access.",
    ],
  },
  "support-team": {
    title: "change the support team",
    steps: [
      "Propose someone, and ask a colleague to confirm. No one can do both.",
      "On the day someone leaves the team, close their account from their record under People.",
    ],
  },
  registrations: {
    title: "work through registrations",
    steps: [
      "Start with those that only support can decide, the longest waiting first.",
      "Check the email address and the place by telephone if you do not know them.",
    ],
  },
  "shared-accounts": {
    title: "make a shared account",
    steps: [
      "Find the locations it is for, and name the desk. Keep who asked for it, and why.",
      "Everyone who uses it gives their own name when they sign in, and that name is on each return.",
    ],
  },
  "build-survey": {
    title: "run a survey",
    steps: [
      "Add questions and sections, and preview them as a provider sees them.",
      "Say who it is for and its last day, then publish it. Its questions cannot be changed after that.",
      "Watch the response rate here. Reminders go out by themselves.",
    ],
  },
  windows: {
    title: "change what is asked, and until when",
    steps: [
      "Extend a window for everyone, or for locations that you name, with a reason that people will see.",
      "Switch a season on to ask its questions between two windows.",
      "Record an excused month once the NHS Business Services Authority has decided.",
      "Say why each time. Your reason is kept in the audit.",
    ],
  },
  "accept-figure": {
    title: "accept a figure that a check stops",
    steps: [
      "Ask the provider first: most figures that a check stops are slips.",
      "Choose the location, the window and the check, and give the reason. Every other check still holds.",
    ],
  },
  "bed-types": {
    title: "change a bed type",
    steps: [
      "Change its words for everyone, or the windows in which it is counted.",
      "To stop counting it, give its last window. Figures already filed stay.",
    ],
  },
} satisfies Record<string, ShortSteps>;
