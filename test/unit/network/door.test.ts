import { expect, test } from 'vitest';
import { aSquare, listEndpoints, putHouse, trafficOf } from '../../support/visitors.ts';
import { act, aService } from '../../support/builders.ts';

function squareWithDoor(targetPort: number | string) {
  const square = aSquare(['hut']);
  putHouse(square.world, 'hut-1', 'node-1');
  listEndpoints(square.world, 'hut', [['hut-1', 'node-1']]);
  square.happen({ type: 'demandChanged', service: 'default/hut', rps: 10 });
  const manifest = aService('hut', { targetPort: targetPort as number });
  expect(act(square.world, { verb: 'apply', manifest })).toBeNull();
  square.tick(3);
  return trafficOf(square.world, 'hut');
}

test('NET-7 visitors are led to the port that the Service names', () => {
  expect(squareWithDoor(8080)).toMatchObject({ servedRps: 10, lostRps: {} });
});

test('NET-7 where nobody listens they are refused', () => {
  expect(squareWithDoor(9090)).toMatchObject({ servedRps: 0, lostRps: { ConnectionRefused: 10 } });
});

test('NET-7 a name that no container has leads nowhere', () => {
  expect(squareWithDoor('door')).toMatchObject({ servedRps: 0, lostRps: { ConnectionRefused: 10 } });
});
