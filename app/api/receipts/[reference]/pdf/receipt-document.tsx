import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { answerInWords } from "@/lib/questions/answer-words";
import { bedFigures, unavailable } from "@/lib/questions/beds";
import { figureNames } from "@/lib/questions/differences";
import { setOf } from "@/lib/questions/sets";
import type { ReceiptInFull } from "@/lib/returns/queries";
import { receiptLines } from "@/lib/returns/receipt-words";

const styles = StyleSheet.create({
  page: { padding: 48, fontFamily: "Helvetica", fontSize: 10, color: "#212b32" },
  service: { fontSize: 10, color: "#4c6272", marginBottom: 6 },
  title: { fontSize: 20, fontFamily: "Helvetica-Bold", marginBottom: 14 },
  heading: { fontSize: 12, fontFamily: "Helvetica-Bold", marginTop: 14, marginBottom: 4 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#d8dde0", paddingVertical: 3 },
  label: { width: "50%", paddingRight: 8 },
  value: { width: "50%" },
  foot: { position: "absolute", bottom: 24, left: 48, right: 48, fontSize: 8, color: "#4c6272" },
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
  const { answers, beds, bedTypes, collection, accepted } = receipt;
  const { questions, sections } = setOf(collection);
  const answered = (section: string) =>
    questions.filter(({ key, section: its }) => its === section && (answers?.[key] ?? null) !== null);
  return (
    <Document title={`Receipt ${receipt.reference}`} author={service} language="en-GB">
      <Page size="A4" style={styles.page}>
        <Text style={styles.service}>{service}</Text>
        <Text style={styles.title}>Receipt {receipt.reference}</Text>
        {receiptLines(receipt).map(([label, value]) => (
          <Line key={label} label={label} value={value} />
        ))}
        {beds && <Text style={styles.heading}>Beds</Text>}
        {bedTypes.flatMap(({ key, label }) => {
          const count = beds?.types[key];
          if (!count) return [];
          const parts = bedFigures.map((figure) => `${count[figure]} ${figureNames[figure]}`);
          return [<Line key={key} label={label} value={[...parts, `${unavailable(count)} unavailable`].join(", ")} />];
        })}
        {sections.map((section) => {
          const shown = answered(section.key);
          if (shown.length === 0) return null;
          return (
            <View key={section.key}>
              <Text style={styles.heading}>{section.title}</Text>
              {shown.map((question) => (
                <Line
                  key={question.key}
                  label={question.short}
                  value={answerInWords(question, answers?.[question.key])}
                />
              ))}
            </View>
          );
        })}
        {accepted.length > 0 && <Text style={styles.heading}>Confirmed as right</Text>}
        {accepted.map(({ code, message, reason }) => (
          <Line key={code} label={message} value={reason || "No reason given"} />
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
