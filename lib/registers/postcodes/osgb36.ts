/** A position in degrees, as satellites give it (WGS84). */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The ellipsoid and projection of the National Grid, and the satellites' ellipsoid, in metres and radians. */
const airy = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84 = { a: 6_378_137, b: 6_356_752.314_245 };
const grid = {
  scale: 0.999_601_271_7,
  latitude: (49 * Math.PI) / 180,
  longitude: (-2 * Math.PI) / 180,
  easting: 400_000,
  northing: -100_000,
};

/** From the National Grid's datum to the satellites': Ordnance Survey's seven figures, good to about five metres. */
const shift = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894e-6, rx: 0.1502, ry: 0.247, rz: 0.8421 };

/**
 * Turns an easting and northing of the National Grid, in metres, into a latitude and longitude: Ordnance Survey's own
 * formulas ("A guide to coordinate systems in Great Britain"), without its table of local corrections.
 */
export const coordinatesOf = (easting: number, northing: number): Coordinates => shifted(onAiry(easting, northing));

/** The latitude and longitude on the National Grid's own ellipsoid, in radians. */
export function onAiry(easting: number, northing: number): { phi: number; lambda: number } {
  const { a, b } = airy;
  const e2 = 1 - (b * b) / (a * a);
  let phi = grid.latitude;
  let arc = 0;
  do {
    phi += (northing - grid.northing - arc) / (a * grid.scale);
    arc = meridianArc(phi);
  } while (Math.abs(northing - grid.northing - arc) >= 0.000_01);

  const sin2 = Math.sin(phi) ** 2;
  const nu = (a * grid.scale) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * grid.scale * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const tan = Math.tan(phi);
  const t2 = tan * tan;
  const sec = 1 / Math.cos(phi);
  const d = easting - grid.easting;

  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 * t2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t2 * t2);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t2 ** 2 + 720 * t2 ** 3);
  return {
    phi: phi - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    lambda: grid.longitude + x * d - xi * d ** 3 + xii * d ** 5 - xiia * d ** 7,
  };
}

function meridianArc(phi: number): number {
  const { a, b } = airy;
  const n = (a - b) / (a + b);
  const from = phi - grid.latitude;
  const sum = phi + grid.latitude;
  return (
    b *
    grid.scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * from -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(from) * Math.cos(sum) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * from) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * from) * Math.cos(3 * sum))
  );
}

function shifted({ phi, lambda }: { phi: number; lambda: number }): Coordinates {
  const e2 = 1 - airy.b ** 2 / airy.a ** 2;
  const nu = airy.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const x = nu * Math.cos(phi) * Math.cos(lambda);
  const y = nu * Math.cos(phi) * Math.sin(lambda);
  const z = nu * (1 - e2) * Math.sin(phi);

  const seconds = Math.PI / 180 / 3600;
  const [rx, ry, rz] = [shift.rx * seconds, shift.ry * seconds, shift.rz * seconds];
  const scale = 1 + shift.scale;
  return fromCartesian(
    shift.x + scale * x - rz * y + ry * z,
    shift.y + rz * x + scale * y - rx * z,
    shift.z - ry * x + rx * y + scale * z,
  );
}

function fromCartesian(x: number, y: number, z: number): Coordinates {
  const e2 = 1 - wgs84.b ** 2 / wgs84.a ** 2;
  const p = Math.hypot(x, y);
  let phi = Math.atan2(z, p * (1 - e2));
  for (let before = Infinity; Math.abs(phi - before) > 1e-12;) {
    before = phi;
    const nu = wgs84.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * nu * Math.sin(phi), p);
  }
  return { latitude: (phi * 180) / Math.PI, longitude: (Math.atan2(y, x) * 180) / Math.PI };
}
