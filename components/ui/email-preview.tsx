/**
 * A message as its reader gets it: as HTML, in a frame that can run nothing, or as plain text. `address` is of the page
 * that shows it, which answers its HTML at `/html` and shows the text where `as=text` is asked for.
 */
export function EmailPreview(props: {
  subject: string;
  text: string;
  asText: boolean;
  address: string;
  origin: string;
}) {
  const { subject, text, asText, address, origin } = props;
  return (
    <>
      <p>{asText ? <a href={address}>Show as HTML</a> : <a href={`${address}?as=text`}>Show as plain text</a>}</p>
      {asText ? (
        <PlainText text={text} origin={origin} />
      ) : (
        <iframe
          className="ct-mail"
          title={subject}
          src={`${address}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
          width="100%"
          height="900"
        />
      )}
    </>
  );
}

/** The text with its addresses as links, as a mail program shows it. */
function PlainText({ text, origin }: { text: string; origin: string }) {
  const parts = text.split(/(https?:\/\/[^\s]*[^\s.,;])/);
  return (
    <pre className="ct-mail-text whitespace-pre-wrap">
      {parts.map((part, i) =>
        part.startsWith(`${origin}/`) ? (
          <a key={i} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
