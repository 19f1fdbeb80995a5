/** Names that a careless player knows: of houses that may be there, and of images that may be somewhere. */
export const HOUSES = ['hut', 'inn', 'barn', 'shop'];
export const WRITTEN_IMAGES = [
  'hut:1.0',
  'team/teahouse:1.0',
  'courtyard',
  'team/nothing:1',
  'villa:1.0',
  'nginx:1.14.2',
  'redis',
  'postgres:17',
  'busybox:1.28',
];
export const ASKED_IMAGES = [...WRITTEN_IMAGES, 'not an image', 'docker.io/library/hut:1.0', '{team}/shop:1.0'];
