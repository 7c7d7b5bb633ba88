import type { ShortSteps } from "./short-steps";

/** For those who file, at their own locations. */
export const ofProviders = {
  home: {
    title: "find your way around",
    steps: [
      "What you need to do comes first, with the day it is due. Press it to go there.",
      "The name of the service, at the top left, brings you back here from any page.",
      "Help has step-by-step guides with pictures, and answers to what people often ask.",
    ],
  },
  returns: {
    title: "keep track of your returns",
    steps: [
      "Returns for this window come first. Open one that is due, and file it by the time beside it.",
      "Updates for any day have no deadline. Send one when something changes.",
      "History shows what was filed, by whom, and its receipt.",
    ],
  },
  "any-day-update": {
    title: "send an update",
    steps: [
      "Answer for today. Your last answers are filled in, so change only what is different.",
      "Send it as often as things change. Only your newest update is shown to people who oversee your area.",
    ],
  },
  "check-return": {
    title: "check what you are about to file",
    steps: [
      "Compare what changed with what you filed before. Change the figures takes you back.",
      "If a figure looks unusual but is right, you can say so and file it all the same.",
      "Submit it when it is right. You get a receipt on the page and by email.",
    ],
  },
  "nil-return": {
    title: "send a nil return",
    steps: [
      "Use it when the service is registered but has no one to report on. It counts for this window only.",
      "Choose the reason, and file it. If people come back during the window, file a full return: it replaces the nil return.",
    ],
  },
  "return-history": {
    title: "look up what was filed",
    steps: [
      "Each line under the 12 windows shows whether a return counted, and when it was filed.",
      "Open a receipt to print it or to see the figures. It is your proof that you filed.",
    ],
  },
  beds: {
    title: "choose what to update",
    steps: ["Choose the location, then change its free beds. If nothing has changed, one press confirms them."],
  },
  record: {
    title: "keep this record right",
    steps: [
      "Jump to a section, change it and save it. Each section is saved by itself.",
      "What comes from CQC cannot be changed here. Each section says how to have CQC correct it.",
      "What changed shows who changed what, and when.",
    ],
  },
  "record-changes": {
    title: "read what changed",
    steps: ["The newest change comes first, with who made it. No one can edit this list."],
  },
  "own-details": {
    title: "add your own name, address or website",
    steps: [
      "Enter only what differs from the register. Leave a box empty to show what the register says.",
      "Save. To correct the register itself, ask CQC.",
    ],
  },
  contact: {
    title: "keep a contact up to date",
    steps: [
      "Choose what the person does, then give a telephone number or an email address.",
      "Say whether people who look for a free place may see this contact.",
      "When the registered manager changes, change the manager here too: reminders go to this address.",
    ],
  },
  note: {
    title: "write a useful note",
    steps: [
      "Write what a hospital would ring you to ask, such as how late you admit people.",
      "Look at your notes again every few months, and delete what is no longer true.",
    ],
  },
  practices: {
    title: "link a GP practice",
    steps: [
      "Search for the practice by its name or postcode, then add it.",
      "Remove it when it no longer sees people here.",
    ],
  },
  suitability: {
    title: "help people find the right place",
    steps: [
      "Tick what you offer, and leave the rest. People search by these, so a missing tick means a missed call.",
      "Give prices as they are today, and change them here when they change.",
    ],
  },
  surveys: {
    title: "answer a survey",
    steps: [
      "Send your answers by the last day. You can change them until then.",
      "A survey does not count as a return: file your return as always.",
    ],
  },
  updates: {
    title: "see what this location still has to send",
    steps: ["Open an update or a return to fill it in. History shows what was filed before."],
  },
  workbook: {
    title: "read this report",
    steps: [
      "Put right what is under problems: here, or in your own file, which comes back marked.",
      "Accept what looks unusual but is right, with a reason.",
      "Nothing is filed until you press the button at the end.",
    ],
  },
  compare: {
    title: "read this comparison",
    steps: [
      "Half of the similar homes lie between the two figures. Outside them is unusual, which need not be wrong.",
      "No other home is named, and none sees yours.",
    ],
  },
} satisfies Record<string, ShortSteps>;
