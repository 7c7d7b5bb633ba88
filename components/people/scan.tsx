import QRCode from "qrcode";
import { Details } from "@/components/ui";

/** How to add this service to an authenticator app: a code to scan, or a key to type. */
export async function Scan({ address, letters }: { address: string; letters: string }) {
  const svg = await QRCode.toString(address, { type: "svg", margin: 2 });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return (
    <>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>Open an authenticator app on your phone, such as Microsoft Authenticator or Google Authenticator.</li>
        <li>Choose to add an account, then scan this QR code.</li>
        <li>Enter the 6 digits that the app shows.</li>
      </ol>
      <img src={source} width={220} height={220} alt="QR code to scan with an authenticator app" />
      <Details summary="I cannot scan it">
        <p>Type this key into the app instead:</p>
        <p>
          <code>{letters.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
      </Details>
    </>
  );
}
