import { isFilingKind } from "@/lib/access/kinds";
import { can } from "@/lib/access/policy";
import type { User } from "@/lib/access/user";

/** A step: what to do, in a line and a sentence or two, and the page it is done on, as someone of the demo sees it. */
export interface GuideStep {
  title: string;
  says: string;
  /** `npm run guides` takes this picture, 800 pixels wide. `{location}`, `{council}`: those of the person it is seen as. */
  shot?: { name: string; as: string; address: string; alt: string; height?: number };
}

/** How something is done, step by step, and whom it is for. */
export interface Guide {
  slug: string;
  title: string;
  who: string;
  isFor: (user: User) => boolean;
  steps: readonly GuideStep[];
}

const manager = "manager@demo.example";
const council = "council@demo.example";
const everyone = () => true;

/** Every guide, in the order in which they are offered. */
export const guides: readonly Guide[] = [
  {
    slug: "register",
    title: "Register for an account",
    who: "Everyone",
    isFor: everyone,
    steps: [
      {
        title: "Choose Register on the first page",
        says: "Have your work email address and, for a care provider, the name or postcode of your location at hand.",
        shot: {
          name: "register",
          as: "",
          address: "/register",
          alt: "The first step of registering asks for your details",
        },
      },
      {
        title: "Say who you are and where you work",
        says: "Choose each location you work at, or the organisation or area you work for. Ask to be an approver if you decide who has access there.",
      },
      {
        title: "Agree to the terms and send it",
        says: "You get a reference. Say whether we may send you news by email: we always email you about your account and your returns.",
      },
      {
        title: "Sign in with the password we email you",
        says: "Someone at your organisation, or our support team, decides. The password in the email works once. You choose your own when you first sign in.",
      },
    ],
  },
  {
    slug: "file-a-return",
    title: "File your monthly return",
    who: "Care homes and home care services",
    isFor: ({ kind }) => isFilingKind(kind),
    steps: [
      {
        title: "Open the return from your home page",
        says: "It says by when it is due. You can start it, save it and come back: your answers are kept.",
        shot: {
          name: "home",
          as: manager,
          address: "/home",
          alt: "The home page of a care home manager shows the return that is due",
        },
      },
      {
        title: "Check last month’s figures and change what is different",
        says: "Your last answers are filled in. Figures that belong to one month, such as hours, are asked afresh.",
        shot: {
          name: "return",
          as: manager,
          address: "/returns/{location}/care_home",
          alt: "The care home return, with last month’s figures beside each box",
        },
      },
      {
        title: "If nothing has changed, say so",
        says: "Choose Nothing has changed on the return. With no residents, clients or staff, send a nil return instead.",
        shot: {
          name: "unchanged",
          as: manager,
          address: "/returns/{location}/care_home/unchanged",
          alt: "The page that files last month’s figures again",
        },
      },
      {
        title: "Send it and keep the receipt",
        says: "We show anything that looks wrong beside its box before it is filed. The receipt has a reference and is emailed to you.",
      },
    ],
  },
  {
    slug: "free-beds",
    title: "Keep your free beds up to date",
    who: "Care homes, hospices and other services with beds",
    isFor: ({ kind }) => isFilingKind(kind),
    steps: [
      {
        title: "Press Still right when nothing has changed",
        says: "It is on your home page, under Update beds. Hospitals see when you last confirmed, and ring those first who did so today.",
      },
      {
        title: "Change your vacancies the day they change",
        says: "For each type of bed, say how many you have and how many are occupied, reserved and vacant.",
        shot: {
          name: "beds",
          as: manager,
          address: "/beds/{location}",
          alt: "The page for updating beds, one card for each bed type",
        },
      },
    ],
  },
  {
    slug: "bulk-update",
    title: "Update several locations in one workbook",
    who: "Providers with more than one location",
    isFor: (user) => can(user, "send a workbook"),
    steps: [
      {
        title: "Download your workbook",
        says: "It has a row for each of your locations, filled in with your last figures. Each open survey has a sheet too.",
        shot: {
          name: "bulk-update",
          as: "multisite@demo.example",
          address: "/uploads",
          alt: "The bulk update page, where the workbook is downloaded and sent",
        },
      },
      {
        title: "Change what is different and save the file",
        says: "Leave a location’s row alone if nothing has changed. Do not rename the sheets or the headings.",
      },
      {
        title: "Send it, and look at what each row will do",
        says: "You see old beside new. Nothing is filed until you press the button. Rows with a mistake come back marked in your own file.",
      },
    ],
  },
  {
    slug: "approve-people",
    title: "Let people in, and remove people who leave",
    who: "Approvers",
    isFor: (user) => can(user, "manage people"),
    steps: [
      {
        title: "Decide who is waiting",
        says: "Choose People awaiting approval on your home page. Check that you know the person and that they work there now.",
        shot: {
          name: "requests",
          as: "approver@demo.example",
          address: "/accounts/requests",
          alt: "People who wait for a decision",
        },
      },
      {
        title: "Look through your users every month",
        says: "Under Accounts, Manage users shows who has access, at what level and when they last signed in.",
        shot: {
          name: "people",
          as: "approver@demo.example",
          address: "/accounts/people",
          alt: "The people of two care homes and their access",
        },
      },
      {
        title: "Close the account of someone who leaves, on the day they leave",
        says: "If they still work somewhere else, end only their access to the places they have left. Their returns stay as they are.",
      },
    ],
  },
  {
    slug: "find-a-bed",
    title: "Find a free bed or home care",
    who: "Hospitals, councils and others who place people",
    isFor: (user) => can(user, "find capacity"),
    steps: [
      {
        title: "Say where",
        says: "Enter a postcode, a town, a council or a Sub ICB, or choose a council on the map. The nearest places with something free come first.",
        shot: {
          name: "find",
          as: "discharge@demo.example",
          address: "/find?near=OL1+1AA",
          alt: "A search near a postcode says how many care homes match, and how many of them have a bed free",
          height: 1340,
        },
      },
      {
        title: "Narrow it to what the person needs",
        says: "Choose the type of bed, the care needed and how it is paid for.",
      },
      {
        title: "Ring before you count on it",
        says: "Each place says when its figures were last confirmed. Tell us the result of your call, so that the next person sees it.",
      },
      {
        title: "Save the search or set places aside",
        says: "We email you when something new matches. A shortlist compares places, and you can share it with a family.",
      },
    ],
  },
  {
    slug: "who-has-filed",
    title: "See who has filed, and who to ring",
    who: "Councils, ICBs, forums, regions and head offices",
    isFor: (user) => can(user, "chase locations"),
    steps: [
      {
        title: "Open your area",
        says: "It shows how many have filed for this window, how full services are, and when each location last updated.",
        shot: {
          name: "area",
          as: council,
          address: "/areas/council/{council}",
          alt: "A council’s page: how many locations have filed and how full they are",
          height: 1200,
        },
      },
      {
        title: "Work through Locations to contact",
        says: "The most pressing come first: those that have missed several windows. Record each call, or send a reminder.",
        shot: {
          name: "worklist",
          as: council,
          address: "/areas/worklist",
          alt: "Locations that have not filed, with the telephone number of each",
        },
      },
    ],
  },
  {
    slug: "reports",
    title: "Run a report and download it",
    who: "Everyone who may see reports",
    isFor: (user) => can(user, "see reports"),
    steps: [
      {
        title: "Choose a report",
        says: "Each says what it shows. Small numbers are left out for people who may only see totals.",
        shot: { name: "reports", as: council, address: "/reports", alt: "The list of reports" },
      },
      {
        title: "Set what you want, then download it",
        says: "A file holds exactly what the page shows, and a sheet that says what the figures mean. Save a report to have a link emailed to you.",
      },
    ],
  },
  {
    slug: "support",
    title: "Look after the service",
    who: "The support team",
    isFor: (user) => can(user, "support people"),
    steps: [
      {
        title: "Start with what is waiting",
        says: "Admin shows the registrations no one else can decide, messages that failed and scheduled work that did not run.",
        shot: {
          name: "admin",
          as: "support@demo.example",
          address: "/admin",
          alt: "The support team’s page, with a tile for each part",
        },
      },
      {
        title: "Open a person’s record only for a reason",
        says: "You say why, and it is kept. From there you can unlock, resend login details, change or end access.",
      },
      {
        title: "Tell people what changes",
        says: "Write news for everyone, or for kinds of account and areas. It can be emailed to those who agreed.",
        shot: {
          name: "admin-news",
          as: "support@demo.example",
          address: "/admin/news",
          alt: "News that the support team has written",
        },
      },
    ],
  },
];

/** A guide by its address; undefined where there is none. */
export const guideOf = (slug: string): Guide | undefined => guides.find((guide) => guide.slug === slug);
