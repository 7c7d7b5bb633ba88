/** This process already has as many of these waiting as it may. Worth trying again in a moment. Answered with 503. */
export class TooBusy extends Error {
  constructor(message = "The service is busy at the moment. Wait a minute, then try again.") {
    super(message);
  }
}
