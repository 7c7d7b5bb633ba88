/** Under what the open feed may be used, and whom to name: said in every form of it. */
export const feedLicence = {
  licence: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  attribution:
    "Contains CQC and NHS Organisation Data Service information, and Ordnance Survey and Royal Mail data, licensed under the Open Government Licence v3.0.",
} as const;
