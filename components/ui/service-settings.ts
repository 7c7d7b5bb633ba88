/** The settings of one installation: the service belongs to whoever runs it. */
export interface ServiceSettings {
  name: string;
  organisation: string;
  /** A CSS colour such as "#005eb8", for the header and the lines that follow it. */
  colour: string;
  logoUrl?: string | undefined;
  feedbackUrl: string;
  support: { name: string; email: string; phone: string; hours: string };
  technical: { email: string };
  questionGuidance: { email: string };
  social: { label: string; href: string }[];
}
