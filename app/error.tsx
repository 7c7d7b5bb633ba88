"use client";
import { Apology } from "@/components/ui/apology";
import { useServiceSettings } from "@/components/ui/service-context";
import { Shell } from "@/components/ui/shell";

/** Something of ours broke: say so plainly, keep nothing back that helps, and offer to try again. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const service = useServiceSettings();
  const apology = <Apology support={service?.support} reference={error.digest} again={reset} />;
  return service ? <Shell service={service}>{apology}</Shell> : apology;
}
