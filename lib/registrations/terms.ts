/**
 * The current terms of use. A change of meaning is a new version, and each registration records the version agreed to.
 */
export const terms = {
  version: "2026-11",
  from: "2026-11-01",
  sections: [
    {
      heading: "Who may use the service",
      points: [
        "You work in, for or with health or care in England, or you are looking for a place for someone who needs care.",
        "You are 18 or over, and the account is for you or your shared desk.",
      ],
    },
    {
      heading: "What you promise",
      points: [
        "What you tell us about yourself is true, and you will tell us when it changes or when you leave.",
        "What you report about a service is correct as far as you know, and the service trusts you to report it.",
        "You will only use what you see here to plan, buy, provide or find care.",
        "You will keep your password to yourself, and tell us straight away if you think someone else knows it.",
        "You will tell us if you can see something that you should not.",
      ],
    },
    {
      heading: "What you must not do",
      points: [
        "Share figures about an individual service unless its owner has made them public or you need to for your work.",
        "Sell what you find here, or use it for advertising.",
        "Try to see things you do not have access to, or disrupt the service for other people.",
        "Enter anything that could identify a person who receives care, such as a name or date of birth.",
      ],
    },
    {
      heading: "What we do",
      points: [
        "We keep a record of what is done with your account, and may show it to the people responsible for the service.",
        "We can close an account that is not used, or that breaks these terms.",
        "We will email you when these terms change. You can close your account at any time.",
      ],
    },
  ],
} as const;

/** Every version there has been, the newest first: what someone agreed to can be read again. */
export const termsVersions = [terms] as const;
