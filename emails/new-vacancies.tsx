import { formatCount } from "@/lib/format";
import { Frame, Para } from "./parts/frame";
import type { Template } from "./parts/message";
import { examplePlaces, Places } from "./parts/places";

const NewVacancies: Template<"new-vacancies"> = ({ letterhead, name, search, places, more, link }) => (
  <Frame letterhead={letterhead} name={name} heading={`New for “${search}”`} preview="Ring before you count on it.">
    <Para>These locations have had a vacancy since we last searched for you:</Para>
    <Places letterhead={letterhead} places={places} />
    {more > 0 && <Para>And {formatCount("other place", more)}: search again to see them.</Para>}
    <Para>
      We send one email for each new vacancy. <a href={link}>Stop emails about this search</a>.
    </Para>
    <Para>Contains CQC information licensed under the Open Government Licence v3.0.</Para>
  </Frame>
);
NewVacancies.example = {
  name: "Hannah Ogden",
  search: "Dementia nursing near Oldham",
  savedSearchId: 1,
  places: examplePlaces,
  more: 2,
  link: "https://tracker.example/stop-search/example",
  unsubscribe: "https://tracker.example/api/mail/stop-search/example",
};
export default NewVacancies;
