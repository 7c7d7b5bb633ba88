import { ListSearchForm } from "@/components/tables";
import { kindLabel } from "@/lib/access/kinds";
import type { AreaKind, User } from "@/lib/access/user";
import { now } from "@/lib/clock";
import { formatList } from "@/lib/format";
import { areas } from "@/lib/organisations/queries";
import { foundAs, isSought } from "@/lib/organisations/sought-area";
import { askedAreas } from "@/lib/people/askable-places";
import { AskForm } from "./ask-form";

/** The areas of one's own kind to ask for, found by name, place, code, council or what they were called before. */
export async function areasToAsk(user: User, kind: AreaKind, path: string, words: string) {
  const [all, already] = await Promise.all([areas(kind, now()), askedAreas(user)]);
  const shown = all.filter((area) => isSought(area, words));
  return (
    <>
      <ListSearchForm
        path={path}
        press="Shorten the list"
        sought={{ label: "Find an area", hint: "Type a name, a place or a code", value: words }}
      />
      <p role="status">
        {shown.length === 0
          ? `Nothing was found for “${words.trim()}”. Check it, or try part of the name.`
          : `${shown.length} of ${all.length} shown`}
      </p>
      <AskForm
        key={words}
        name="area"
        legend={`Which areas (${kindLabel(user.kind)})?`}
        choices={shown.map((area) => {
          const also = foundAs(area, words);
          return {
            value: String(area.id),
            label: also ? `${area.label} (${also})` : area.label,
            ...(area.covers.length > 0 && { hint: `Covers ${formatList(area.covers)}` }),
            already: already(area.id),
          };
        })}
        all={false}
      />
    </>
  );
}
