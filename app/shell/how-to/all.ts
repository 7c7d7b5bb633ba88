import { ofAccounts } from "./of-accounts";
import { ofOverseers } from "./of-overseers";
import { ofProviders } from "./of-providers";
import { ofSupport } from "./of-support";
import type { ShortSteps } from "./short-steps";

const howTos = { ...ofProviders, ...ofOverseers, ...ofAccounts, ...ofSupport };

export type HowToName = keyof typeof howTos;

/** How the thing on a page is done, in a few lines. */
export const howToOf = (name: HowToName): ShortSteps => howTos[name];
