import { join } from "node:path";
import { Document, Font, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReceiptInFull } from "@/lib/returns/queries";
import { receiptFigures, receiptLines } from "@/lib/returns/receipt-words";

/** PDF's own Helvetica has Western European letters alone: Łucja and Tŷ Gwyn would print as other words. */
const fonts = join(process.cwd(), "node_modules/@expo-google-fonts/arimo");
Font.register({
  family: "Arimo",
  fonts: [
    { src: join(fonts, "400Regular/Arimo_400Regular.ttf") },
    { src: join(fonts, "700Bold/Arimo_700Bold.ttf"), fontWeight: "bold" },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

const styles = StyleSheet.create({
  page: { padding: 36, paddingBottom: 40, fontFamily: "Arimo", fontSize: 10, color: "#212b32" },
  service: { fontSize: 10, color: "#4c6272", marginBottom: 4 },
  title: { fontSize: 18, fontWeight: "bold", marginBottom: 8 },
  heading: { fontSize: 12, fontWeight: "bold", marginTop: 8, marginBottom: 2 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#d8dde0", paddingVertical: 2 },
  label: { width: "42%", paddingRight: 8 },
  value: { width: "58%" },
  foot: { position: "absolute", bottom: 24, left: 36, right: 36, fontSize: 8, color: "#4c6272" },
});

/** The receipt on paper: what it proves, then what was filed. */
export function ReceiptDocument({
  receipt,
  service,
  origin,
}: {
  receipt: ReceiptInFull;
  service: string;
  origin: string;
}) {
  return (
    <Document title={`Receipt ${receipt.reference}`} author={service} language="en-GB">
      <Page size="A4" style={styles.page}>
        <Text style={styles.service}>{service}</Text>
        <Text style={styles.title}>Receipt {receipt.reference}</Text>
        {receiptLines(receipt).map(([label, value]) => (
          <Line key={label} label={label} value={value} />
        ))}
        {receiptFigures(receipt).map(({ title, lines }) => (
          <View key={title}>
            <Text style={styles.heading} minPresenceAhead={40}>
              {title}
            </Text>
            {lines.map(([label, value]) => (
              <Line key={label} label={label} value={value} />
            ))}
          </View>
        ))}
        <Text style={styles.foot} fixed>
          Check that this receipt is genuine at {origin}/receipts/check with its reference and check code.
        </Text>
      </Page>
    </Document>
  );
}

const Line = ({ label, value }: { label: string; value: string }) => (
  <View style={styles.row} wrap={false}>
    <Text style={styles.label}>{label}</Text>
    <Text style={styles.value}>{value}</Text>
  </View>
);
