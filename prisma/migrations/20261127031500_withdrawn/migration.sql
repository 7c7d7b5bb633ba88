-- Who asked for access may take it back while it waits.
alter type decision add value 'withdrawn';
