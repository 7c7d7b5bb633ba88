import type { CouncilName } from "./districts";

/** How many places of each kind a provider runs. */
export interface Sites {
  homes?: number;
  homeCare?: number;
  /** Residential and home care under one registration: two returns. */
  both?: number;
  hospice?: number;
  recovery?: number;
  community?: number;
  hospital?: number;
  practice?: number;
}

export interface RosterEntry {
  name: string;
  sites: Sites;
  brand?: string;
  ownership?: string;
  /** What its homes mostly are; absent, as the sizes fall. */
  homesAre?: "nursing" | "older" | "small";
  /** In one council only. */
  council?: CouncilName;
  /** What its places are called; absent, names are drawn. */
  names?: readonly string[];
}

const charity = "Third sector";
const nhs = "NHS Body";

/** Who runs the demo's places. */
export const roster: readonly RosterEntry[] = [
  {
    name: "Fernbank Care Homes Limited",
    sites: { homes: 3 },
    homesAre: "older",
    council: "Oldham",
    names: ["Fernbank House", "Fernbank Lodge", "Fernbank Court"],
  },
  { name: "Pennine Edge Care Group Limited", brand: "Pennine Edge", sites: { homes: 10, homeCare: 2, both: 2 } },
  { name: "Greywater Healthcare Limited", brand: "Greywater", sites: { homes: 12 }, homesAre: "nursing" },
  { name: "Millstone Living Limited", brand: "Millstone Living", sites: { homes: 11, homeCare: 4 }, homesAre: "small" },
  { name: "Clough and Dale Care Limited", sites: { homes: 8, both: 1 }, homesAre: "older" },
  { name: "Heatherbrow Homes Limited", sites: { homes: 7 }, homesAre: "older" },
  { name: "Brook Valley Care Limited", sites: { homes: 6, homeCare: 1 } },
  { name: "Moorgate Lane Support Limited", sites: { homes: 6, homeCare: 3 }, homesAre: "small" },
  { name: "Copper Beech Residential Limited", sites: { homes: 5 }, homesAre: "older" },
  { name: "Lantern Hill Care Limited", sites: { homes: 5, both: 1 } },
  { name: "Two Rivers Nursing Homes Limited", sites: { homes: 4 }, homesAre: "nursing" },
  { name: "Wharf Meadow Care Limited", sites: { homes: 4 } },
  { name: "Stonecroft Care Partnership", sites: { homes: 3 }, ownership: "Partnership" },
  { name: "Whinberry Care Limited", sites: { homes: 3 }, homesAre: "small" },
  { name: "Oakenrise Homes Limited", sites: { homes: 3, both: 1 } },
  { name: "Aldric Housing and Care", sites: { homes: 3, homeCare: 2 }, ownership: charity },
  { name: "Cotton Row Care Limited", sites: { homes: 2 }, homesAre: "nursing" },
  { name: "Ashen Lea Care Limited", sites: { homes: 2 } },
  { name: "Thornbeck Homes Limited", sites: { homes: 2 }, homesAre: "small" },
  { name: "Sparrow Lane Care Limited", sites: { homes: 2 } },
  { name: "Kingsmoor Rest Homes Limited", sites: { homes: 2 }, homesAre: "older" },
  { name: "Mrs P Hallam and Mr D Hallam", sites: { homes: 1 }, ownership: "Partnership" },
  { name: "Mr and Mrs K Abara", sites: { homes: 1 }, ownership: "Partnership" },
  { name: "Rushcart Care Limited", sites: { homes: 1 } },
  { name: "Hollin Top Care Limited", sites: { homes: 1 } },
  { name: "Lower Fold Care Home Limited", sites: { homes: 1 } },
  { name: "Juniper Gate Care Limited", sites: { homes: 1 }, homesAre: "nursing" },
  { name: "Westering Care Limited", sites: { homes: 1 } },
  { name: "Bluebell Row Limited", sites: { homes: 1 } },
  { name: "Brightdoor Home Care Limited", sites: { homeCare: 3 } },
  { name: "Kindstep Care at Home Limited", brand: "Kindstep", sites: { homeCare: 12 } },
  { name: "Doorstep and Hearth Homecare Limited", sites: { homeCare: 6 } },
  { name: "Harbour Lane Homecare Limited", sites: { homeCare: 5 } },
  { name: "Northern Lantern Care Limited", sites: { homeCare: 4 } },
  { name: "Evertide Support Limited", sites: { homeCare: 4 } },
  { name: "Kestrel Moor Care Limited", sites: { homeCare: 3 } },
  { name: "Helping Mile CIC", sites: { homeCare: 2, both: 1 }, ownership: charity },
  { name: "Quiet Street Care Limited", sites: { homeCare: 2 } },
  { name: "Warmhands Care Limited", sites: { homeCare: 2 } },
  { name: "Orchard Street Carers Limited", sites: { homeCare: 1 } },
  { name: "Daybreak Domiciliary Limited", sites: { homeCare: 1 } },
  { name: "Sundial Care Limited", sites: { homeCare: 1 } },
  { name: "Three Acre Extra Care Limited", sites: { homeCare: 2, both: 1 } },
  { name: "Greater Hope Care Limited", sites: { homeCare: 1, both: 1 } },
  {
    name: "Larkfield Hospice Trust",
    sites: { hospice: 2 },
    ownership: charity,
    names: ["Larkfield Hospice", "Larkfield at the Meadows"],
  },
  {
    name: "Evenstar Hospice Care",
    sites: { hospice: 2 },
    ownership: charity,
    names: ["Evenstar Hospice", "Evenstar Children’s Hospice"],
  },
  {
    name: "Clearwater Recovery",
    sites: { recovery: 4 },
    ownership: charity,
    names: ["Clearwater House", "Clearwater Bridge", "Clearwater Fold", "Clearwater Women’s Project"],
  },
  {
    name: "Moorland and Vale Community NHS Trust",
    sites: { community: 4 },
    ownership: nhs,
    names: [
      "Copperfold Intermediate Care Unit",
      "Rushfield Rehabilitation Unit",
      "Valebrook Community Ward",
      "Moorgate Stroke Unit",
    ],
  },
  {
    name: "Three Boroughs Hospitals NHS Trust",
    sites: { hospital: 5 },
    ownership: nhs,
    names: [
      "Moorside Infirmary",
      "Hollinwell General Hospital",
      "Eastgate Hospital",
      "Calderfold Hospital",
      "Westwater Hospital",
    ],
  },
  { name: "Millgate Meadow Surgery", sites: { practice: 1 }, ownership: nhs },
  { name: "Spindle Street Medical Practice", sites: { practice: 1 }, ownership: nhs },
  { name: "Brambleside Family Practice", sites: { practice: 1 }, ownership: nhs },
  { name: "Canal Basin Health Centre", sites: { practice: 1 }, ownership: nhs },
  { name: "Northgate Fold Surgery", sites: { practice: 1 }, ownership: nhs },
  { name: "Saddle Hill Medical Centre", sites: { practice: 1 }, ownership: nhs },
  { name: "Weavers Court Practice", sites: { practice: 1 }, ownership: nhs },
  { name: "Lockside Doctors", sites: { practice: 1 }, ownership: nhs },
];
