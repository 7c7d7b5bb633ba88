import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";

/** Draws a piece and lets its effects settle. */
export const show = (element: ReactElement) => act(() => Promise.resolve().then(() => render(element)));

/** Presses the button of that name. */
export const press = (name: string) => act(() => userEvent.click(screen.getByRole("button", { name })));
