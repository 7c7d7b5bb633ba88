import { figureOf, type Rule } from "./rule";

const nobody = (code: string, field: string, figure: string, only: string, needs: string, sentence: string): Rule => {
  const people = figureOf(figure);
  return {
    code,
    name: "At least one person uses the service",
    help: "A nil return says that there is no one, and why. For example, a service that has not opened yet sends a nil return and does not enter zeros.",
    field,
    soft: true,
    needs: [needs],
    only: [only],
    broken: (facts) => (people(facts) === 0 ? sentence : null),
  };
};

/** Home care for no one: a nil return says so better than a zero. */
export const nobodyUsesTheService = nobody(
  "nobody_uses_the_service",
  "service_users",
  "service_users",
  "home_care",
  "service_users",
  "You have entered that no one is using your service. If that is right, send a nil return instead",
);

/** A care home without residents: a nil return says so better than zeros. */
export const nobodyLivesHere = nobody(
  "nobody_lives_here",
  "beds",
  "beds.occupied",
  "care_home",
  "beds",
  "You have entered that no beds are occupied. If no one lives in the home, send a nil return instead",
);
