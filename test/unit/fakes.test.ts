import { fakeStateStore } from '../fakes/state_store';
import { describeStateStore } from '../ports/state_store_contract';

describeStateStore('the fake', async () => fakeStateStore());
