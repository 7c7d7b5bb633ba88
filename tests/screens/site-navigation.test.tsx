import { currentLink } from "@/components/ui/site-navigation";

const links = [
  { label: "Home", href: "/home", also: ["/returns", "/beds"] },
  { label: "Accounts", href: "/accounts" },
  { label: "Requests", href: "/accounts/requests" },
];

test.each([
  ["/home", "Home"],
  ["/beds/12", "Home"],
  ["/accounts/requests/3", "Requests"],
  ["/accounts/me", "Accounts"],
  ["/accountsettings", undefined],
])("at %s the part marked in the navigation is %s", (path, label) => {
  expect(currentLink(path, links)?.label).toBe(label);
});
