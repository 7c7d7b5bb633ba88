/** Three neighbouring councils, and the postal districts and towns that lie in them. Everything inside is made up. */
export const districts = {
  Oldham: [
    ["OL1", "Oldham"],
    ["OL2", "Royton"],
    ["OL2", "Shaw"],
    ["OL3", "Uppermill"],
    ["OL4", "Lees"],
    ["OL8", "Oldham"],
    ["OL9", "Chadderton"],
    ["M35", "Failsworth"],
  ],
  Rochdale: [
    ["OL10", "Heywood"],
    ["OL11", "Rochdale"],
    ["OL12", "Rochdale"],
    ["OL15", "Littleborough"],
    ["OL16", "Milnrow"],
    ["M24", "Middleton"],
  ],
  Tameside: [
    ["OL5", "Mossley"],
    ["OL6", "Ashton-under-Lyne"],
    ["OL7", "Ashton-under-Lyne"],
    ["SK14", "Hyde"],
    ["SK15", "Stalybridge"],
    ["SK16", "Dukinfield"],
    ["M34", "Denton"],
    ["M43", "Droylsden"],
  ],
} as const satisfies Record<string, readonly (readonly [outcode: string, town: string])[]>;

export type CouncilName = keyof typeof districts;
export const councils = Object.keys(districts) as CouncilName[];
