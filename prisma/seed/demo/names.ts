/** Words that the demo's names are made of. None is meant for anyone or any place. */
const words = (text: string): string[] => text.trim().split(/\s+/);

export const givenNames = words(`
  Aisha Alan Alice Amir Andrea Anita Anthony Asha Beatrice Bernard Bridget Callum Carol Catherine Chidi Claire Colette
  Daniel Dawn Deepa Denise Derek Dina Edward Elaine Elena Emeka Esther Faisal Farah Fiona Gareth Gemma Grace Graham
  Hannah Hassan Helen Ian Imran Irene Jacqueline Janet Jasmine Jerome Joanne Joseph Joyce Karen Kwame Laura Leanne Liam
  Lorraine Louise Malik Margaret Maria Martin Maureen Mei Michelle Mohammed Monika Nadia Naomi Nasreen Neil Nicola Nikhil
  Olu Patricia Paul Pauline Piotr Priya Rachel Rajesh Rebecca Rita Robert Rosa Ruth Saima Samuel Sandra Shabana Sharon
  Simon Sofia Stephen Susan Tariq Teresa Thomas Tomasz Tracey Usman Vera Victoria Wendy Yasmin Yusuf Zara Zoe`);

export const familyNames = words(`
  Abara Aldred Anning Arkwell Ashdown Bakare Barrowby Bashir Belgrove Birtles Blackshaw Bonnick Brackley Bradwall
  Calvert Chadha Chaudry Clegg Coppice Crossdale Dacre Danso Desai Dunnock Eastham Eccleshaw Ekwueme Fairhurst Farooqi
  Fenwright Gartside Ghosh Greenhalgh Hallam Hardcastle Haworth Hussaini Igwe Ingleby Iqbal Jagger Janowska Kamara
  Kershaw Khatun Kowalczyk Lathom Lomax Lumb Mahmood Malloy Marsden Mbeki Mellor Nadeem Nuttall Nwosu Ogden Okoro Openshaw
  Parveen Pilling Quarmby Quinlan Rahman Ramsbottom Rawtenby Redfern Ridgway Sandiford Schofield Shackleton Siddall
  Tattersall Thackray Tiwari Uddin Underdale Varley Vasudevan Wadsworth Whitworth Wolstencroft Wrigley Yarwood Zaman`);

export const homeWords = words(`
  Alderwick Amberley Applethwaite Ashgarth Beechcombe Birchenlea Bramblegate Briarfold Brookhollow Burnedge Campion
  Cedarwyke Cherryholt Clovermead Coppergate Cowslip Dalebrook Dovecrag Eldermere Elmstead Fairmeadow Ferndale Foxholme
  Garthside Glenmoss Gorsehill Greenacre Hartsmere Hawksclough Hazelwick Heatherlea Hollycroft Honeysuckle Ivybank
  Jasminefield Kestrelmoor Kingsholt Laburnum Larchwood Lavenderlea Lilybank Limehurst Lindenbrook Longmeadow Maplestead
  Marigold Meadowsweet Mistlefold Mosscroft Oakenclough Orchardleigh Peartree Pinemoor Poplarfield Primrosefold
  Quarrybank Redgarth Ribblestone Rosemarsh Rowanlea Rushmere Sandstone Shawbrook Silverbirch Snowdrop Springthorpe
  Stonebeck Sunnymead Swallowfield Sycamore Tansyfield Thistledown Thornwick Underhill Vinegate Wagtail Walnutgarth
  Waterfold Westerlea Wheatfield Whinmoor Whitebeam Wildgarth Willowmere Windyridge Woodbrow Wrenthorpe Yarrowfield
  Yewdale Ashbeck Bellflower Bracken Catkin Damson Eglantine Fallowfold Goldcrest Harebell Juniper Kingcup Lapwing Milkwort`);

export const largeHomes = ["House", "Court", "Lodge", "Hall", "Care Home", "Grange", "Manor", "View", "Gardens"];
export const smallHomes = ["House", "Cottage", "Villa", "Lodge"];
export const nursingHomes = ["Nursing Home", "House", "Court", "Care Centre", "Lodge", "Park"];

export const streetWords = words(`
  Bobbin Carding Cottonfold Croppers Doubling Fustian Halfpenny Heald Ingledale Jenny Kersey Lambsgate Loomfold
  Millgarth Needle Oldshaft Packhorse Pikecroft Reedmaker Rushcart Selvedge Shuttle Spindle Tenterfield Thimble Treadle
  Twistgate Warpfold Weftdale Whimberry Winding Woolsorters`);

export const streetKinds = ["Street", "Road", "Lane", "Avenue", "Close", "Drive", "Brow", "Rise"];

/** A person's name in an address: small letters, dots for spaces. */
export const inAddress = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, ".");

/** An organisation's name as a domain of its own, under a name that can never be anyone's. */
export const domainOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/\b(limited|cic|partnership|mr|mrs|and|the)\b/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")}.example`;
