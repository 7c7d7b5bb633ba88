/** An area's name with what people call the place, where that is not in the name already. */
export const areaLabel = (name: string, placeName: string | null): string =>
  placeName === null || name.includes(placeName) ? name : `${name} ${placeName}`;
