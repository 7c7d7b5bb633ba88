/** The terms of use as they stand. A change of meaning is a new version: the one agreed to is kept with the registration. */
export const terms = {
  version: "2026-11",
  from: "2026-11-01",
  sections: [
    {
      heading: "Who may use the service",
      points: [
        "You work in, for or with health or care in England, or you look for a place for somebody who needs care.",
        "You are 18 or over, and the person or shared desk that the account is for.",
      ],
    },
    {
      heading: "What you promise",
      points: [
        "What you tell us about yourself is true, and you tell us when it changes or when you leave.",
        "What you report about a service is right as far as you know, and reported by somebody it trusts to do so.",
        "You use what you see here for planning, buying, giving or finding care, and for nothing else.",
        "You keep your password to yourself. Tell us at once if you think that somebody else knows it.",
        "You check that you see what you should and no more, and tell us if that is not so.",
      ],
    },
    {
      heading: "What you must not do",
      points: [
        "Pass on figures about a single service unless its owner has made them public or your work needs it.",
        "Sell what you find here, or use it to advertise.",
        "Try to reach what was not opened to you, or get in the way of others who use the service.",
        "Type anything about a person who receives care: names, dates of birth and the like do not belong here.",
      ],
    },
    {
      heading: "What we do",
      points: [
        "We keep a record of what is done under your account, and show it to those who are responsible for the service.",
        "We can close an account that is not used, or that is used against these terms.",
        "We tell you by email when these terms change; you may close your account at any time.",
      ],
    },
  ],
} as const;
