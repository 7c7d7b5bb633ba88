/** More of this is asked for than this process may have waiting: worth trying again in a moment. Answered with 503. */
export class TooBusy extends Error {
  constructor(message = "The service is busy at the moment. Wait a minute, then try again.") {
    super(message);
  }
}
