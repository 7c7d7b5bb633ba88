import { senderAddress } from "@/lib/email/sender";
import { env } from "@/lib/env";
import { formatCount } from "@/lib/format";
import { daysAfterClosing } from "@/lib/locations/closed";

/** A piece of help: a question people ring with, and what they are told. Paragraphs; a line that begins "- " is a point. */
export interface Topic {
  slug: string;
  question: string;
  about: "Accounts" | "Returns" | "After filing" | "This service";
  answer: string[];
}

/** Every piece of help, with what the settings say. */
export const topics = (): Topic[] => [
  {
    slug: "register",
    question: "How do I get an account?",
    about: "Accounts",
    answer: [
      "Choose Register, give your details, choose your location or organisation, and agree to the terms of use. You get a reference.",
      `An approver at your organisation will decide. If there is no approver yet, our support team will decide. This normally takes no more than ${formatCount("hour", env().REGISTRATION_WAITING_HOURS)}.`,
      "When you are approved, we will email you your login details. The password in that email works once: you choose your own when you first sign in.",
    ],
  },
  {
    slug: "standard-or-approver",
    question: "Should I be a Standard user or an Approver?",
    about: "Accounts",
    answer: [
      "Standard users file returns and update beds. Approvers do the same, and also decide who else can have access and remove people who leave.",
      "Owners, managers and assistant managers of care providers are usually approvers. In hospitals and councils it is discharge and operational managers and system champions.",
      "Each location needs at least one approver. Two are better, so that someone can approve people during holidays and sickness.",
    ],
  },
  {
    slug: "locked-out",
    question: "I am locked out. What can I do?",
    about: "Accounts",
    answer: [
      "After 5 wrong passwords an account is locked for 24 hours. After that, sign in with your usual password.",
      "If it cannot wait, choose Forgotten password, or ask your approver or the support team to unlock it.",
    ],
  },
  {
    slug: "no-email",
    question: "I am not getting your emails. What can I do?",
    about: "Accounts",
    answer: [
      "Look in your junk or spam folder first.",
      `Add our sending address, ${senderAddress()}, to your safe senders. If your organisation manages your computer, ask its IT team to allow emails from that address and to add this website to the trusted sites.`,
      "The support team can see whether an email was sent, and can send it again.",
    ],
  },
  {
    slug: "when",
    question: "When must I file the return?",
    about: "Returns",
    answer: [
      "Once a month, between the start of the 8th and the end of the 14th. Where the 14th is a Saturday, a Sunday or a bank holiday in England, the window closes at the end of the next working day.",
      "You can update at any other time too. That helps, but it does not count as the month's return.",
    ],
  },
  {
    slug: "nothing-changed",
    question: "Nothing has changed. Do I still have to file?",
    about: "Returns",
    answer: [
      "Yes. Open the return and choose Nothing has changed. Look at your last figures, put the hours right if they are different, and file them again. You get a receipt.",
      "If a question is new this month, we will ask you to answer it first.",
    ],
  },
  {
    slug: "nil-return",
    question: "We have no residents, clients or staff at the moment. What do I file?",
    about: "Returns",
    answer: [
      "A nil return, with its reason: not started, stopped, no people, no staff, waiting for CQC, closing, or changing hands. Do not enter zeros.",
      "Tell CQC what has changed. File a nil return each month until CQC's record is right.",
    ],
  },
  {
    slug: "two-returns",
    question: "We offer residential care and home care. Is it one return or two?",
    about: "Returns",
    answer: [
      "Two: one for each service that the location is registered for. If you are not providing one of them at the moment, file a nil return for it.",
    ],
  },
  {
    slug: "wrong-beds",
    question: "Our number of beds or our services are wrong. Who corrects them?",
    about: "Returns",
    answer: [
      "These come from CQC, and only CQC can correct them. When CQC has corrected its record, ours will update.",
    ],
  },
  {
    slug: "receipt",
    question: "How do I prove that I filed?",
    about: "After filing",
    answer: [
      "Each return has a receipt with its reference, the location, the window, who filed it and when. You can see it on screen, in an email and as a PDF.",
      "Anyone with the reference and check code can check on this website that the receipt is genuine. They will not see your figures.",
    ],
  },
  {
    slug: "missed",
    question: "We missed a window. What happens now?",
    about: "After filing",
    answer: [
      "File it now. It will be recorded as late, but your figures will be up to date.",
      "A provider that misses 3 windows in a row, or 4 in 12 months, may get a notice of intent to fine from the NHS Business Services Authority. If you get one, reply to that authority, not to us.",
    ],
  },
  {
    slug: "leavers",
    question: "Someone has left. What should I do?",
    about: "Accounts",
    answer: [
      "On the day they leave, an approver goes to Accounts, then Manage users, and closes their account. If they still work somewhere else, the approver only ends their access to the places they have left. If you know the day in advance, set it as their last day and their access will end automatically.",
      "An approver cannot close the account of another approver. The same page has a form to ask the support team to do it.",
      "Their returns stay as they are, with the name of the person who filed them.",
    ],
  },
  {
    slug: "why",
    question: "What are our figures used for?",
    about: "Returns",
    answer: [
      "Hospitals and councils use your vacancies to find a place for someone who is ready to leave hospital or needs care.",
      "Councils and the NHS use the monthly figures to see where care is under strain, to plan, and to help services that are struggling.",
      "Providers that CQC regulates must give the monthly figures by law. Totals are published, and small numbers are left out of them.",
    ],
  },
  {
    slug: "what-counts",
    question: "I do not know what a question means. Where do I look?",
    about: "Returns",
    answer: [
      "Each question has a line below it that says what to count. Help has a list of all of them: choose What the questions in each return mean.",
      "If you are still not sure, email the address for question guidance under Who to ask. Say which return and which question it is.",
    ],
  },
  {
    slug: "fine",
    question: "Could we be fined?",
    about: "After filing",
    answer: [
      "We remind you before a window closes, and your council may ring you. A fine is never the first step.",
      "A provider that misses 3 windows in a row, or 4 in 12 months, may get a notice of intent from the NHS Business Services Authority. The notice says how to reply and by when, and your reasons are considered.",
      "Reply to that authority, not to us. Its contact details are under Who to ask.",
    ],
  },
  {
    slug: "abroad",
    question: "Why can I not sign in from abroad?",
    about: "Accounts",
    answer: [
      "The service may be limited to the United Kingdom, because it holds figures about care services. You will see a page that says so.",
      "Ask a colleague who is in the United Kingdom to file, or file when you are back. We recommend that each location has at least two people who can file.",
    ],
  },
  {
    slug: "demonstration",
    question: "Can someone show us how it works?",
    about: "This service",
    answer: [
      "Yes. Email the support team under Who to ask and say that you would like a demonstration, who it is for and how many will come.",
      "The guides on the Help page show each task step by step with pictures. You can use them for training.",
    ],
  },
  {
    slug: "managed-computers",
    question: "Our organisation manages our computers. What should its IT team allow?",
    about: "This service",
    answer: [
      "Ask your IT team for three things:",
      `- Allow email from ${senderAddress()} and treat it as a safe sender.`,
      `- Add ${env().APP_ORIGIN} to the trusted sites, and do not change or block its pages.`,
      "- Allow downloads of Excel (.xlsx), CSV and PDF files from it.",
      "It works in any current browser, with or without JavaScript. Nothing needs to be installed.",
    ],
  },
  {
    slug: "home-screen",
    question: "How do I add it to the home screen of my phone?",
    about: "This service",
    answer: [
      "- On an iPhone or iPad: open this website in Safari, press Share, then Add to Home Screen.",
      "- On Android: open it in Chrome, press the three dots, then Add to Home screen.",
      "It then opens like an app. You still sign in.",
    ],
  },
  {
    slug: "news-by-email",
    question: "How do I get news by email, or stop it?",
    about: "This service",
    answer: [
      "Go to Accounts, then Your details, and tick or untick Send me news about this service.",
      "News is always on the News page. We always email you about your account and your returns.",
    ],
  },
  {
    slug: "closing-or-new-provider",
    question: "Our location is closing or moving to another provider. What happens to our access?",
    about: "Accounts",
    answer: [
      `When a location closes, people with access can still read what was filed there for ${formatCount("day", daysAfterClosing)} more. Then their access ends automatically, and we email them.`,
      "If it moves to another provider under the same registration, people with access to that location keep it until an approver ends it. People with access to all the old provider's locations lose access to this one.",
      "If it has a new registration, it is a new location and access does not carry over. Ask for access under Accounts, My access.",
    ],
  },
];

/** An answer as one text; its points stand together as a list. */
export const answerText = ({ answer }: Topic): string =>
  answer.reduce((text, part, at) => {
    if (at === 0) return part;
    return `${text}${part.startsWith("- ") && answer[at - 1]?.startsWith("- ") ? "\n" : "\n\n"}${part}`;
  }, "");
