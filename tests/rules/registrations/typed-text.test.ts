import { emailAddress, fullName, jobTitle, postcode, reasonForAccess, telephone } from "@/lib/registrations/typed-text";

type Shape = {
  safeParse: (typed: unknown) => { success: boolean; data?: unknown; error?: { issues: { message: string }[] } };
};

const sentence = (shape: Shape, typed: unknown) => shape.safeParse(typed).error?.issues[0]?.message;
const read = (shape: Shape, typed: unknown) => shape.safeParse(typed).data;

test("names may have any letters", () => {
  for (const name of [
    "Amina Yusuf",
    "Zoë O’Brien-Müller",
    "李 小龍",
    "Nguyễn Thị Ánh",
    "Jean-Luc d'Arc",
    "J. R. Smith",
    "J.R.R. Tolkien",
    "Dr.Smith",
    "Ann St.John",
    "أمينة",
    "علی\u200cرضا احمدی",
    "ශ්\u200dරී ජයවර්ධන",
    "O`Brien",
    "Anne\u2010Marie",
    "Ravi s/o Kumar",
  ])
    expect(read(fullName, `  ${name} `)).toBe(name.normalize("NFC"));
});

test("invisible characters that come with copied text are left out", () => {
  expect(read(fullName, "\u200eAmina\u00a0\tYusuf\u200b\ufeff")).toBe("Amina Yusuf");
  expect(read(emailAddress, "\u200bAmina@Rosewood.example\u2060")).toBe("amina@rosewood.example");
  expect(read(telephone, "\u202a07700 900982\u202c")).toBe("07700 900982");
});

test("a name cannot be a link, a line break or a row of symbols", () => {
  for (const name of [
    "see https://evil.example",
    "capacity-login.shop/nhs",
    "Ann evil.bank",
    "login.nhs.help",
    '=HYPERLINK("https://evil.example")',
    "www.evil.com",
    "Amina\r\nBcc: all",
    "<b>Amina</b>",
    "$$$",
    "12345",
    "",
    "   ",
  ])
    expect(fullName.safeParse(name).success).toBe(false);
  expect(sentence(fullName, "")).toBe("Enter your full name");
  expect(sentence(fullName, "x".repeat(101))).toBe("Your full name must be 100 characters or fewer");
});

test("an email address is kept in small letters, and must be one", () => {
  expect(read(emailAddress, " Amina.Yusuf@Rosewood.example ")).toBe("amina.yusuf@rosewood.example");
  for (const typed of [
    "amina",
    "amina@",
    "a@b",
    "a b@c.example",
    "a@b.example,c@d.example",
    "a@b.example\nBcc: c@d.example",
  ])
    expect(emailAddress.safeParse(typed).success).toBe(false);
  expect(sentence(emailAddress, undefined)).toBe("Enter your email address");
});

test.each([
  "01632 960 001",
  "01632960001",
  "(01632) 960001",
  "+44 1632 960 001",
  "+44 (0)1632 960 001",
  "0044 20 7946 0000",
  "07700 900982",
  "0300 123 1234",
  "0800 111 222",
  "01632 960 001 ext 12",
  "0161 496 0000 x1234",
  "01632 960 001 (ext. 12)",
  "01632 960 001 ext: 12",
  "447700 900982",
  "44 20 7946 0000",
  "0161–496–0000",
  "01632/960001",
  "+44-7700-900982",
])("%s is a UK number", (typed) => {
  expect(telephone.safeParse(typed).success).toBe(true);
});

test.each([
  "",
  "12345",
  "999",
  "+33 1 42 68 53 00",
  "0901 234 5678",
  "07777777777",
  "call me",
  "01632 960 001 ext soon",
  "01632 960 001 x1 x2",
  "44",
  "4477009009821",
  "07700 900982 or 01632 960 001",
  "+1 202 555 0100",
  "00000000000",
])("%j is not a UK number", (typed) => {
  expect(telephone.safeParse(typed).success).toBe(false);
});

test("a postcode is written as the Royal Mail does", () => {
  expect(read(postcode, "ol11aa")).toBe("OL1 1AA");
  expect(read(postcode, " sw1a-2aa ")).toBe("SW1A 2AA");
  expect(sentence(postcode, "OL1")).toBe("Enter a full UK postcode, like OL1 1AA");
  expect(sentence(postcode, "")).toBe("Enter your postcode");
});

test("nonsense is answered with a sentence", () => {
  expect(sentence(jobTitle, "7")).toBe("Enter your job title in words, such as deputy manager");
  expect(sentence(reasonForAccess, "work")).toBe("Tell us why you need access in a sentence or two");
  expect(sentence(reasonForAccess, "")).toBe("Tell us why you need access");
});

test("a reason may have several lines", () => {
  expect(read(reasonForAccess, "We find places.\r\nFor families.")).toBe("We find places.\nFor families.");
});
