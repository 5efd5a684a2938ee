import { PageTitle } from '../../design/page-title.tsx';
import { CodeForm } from '../start/code-form.tsx';
import styles from './other-device.module.css';

/** `/device`: the way in for somebody who is there already, on another device of theirs. */
export default function OtherDevicePage() {
  return (
    <main className={styles.page}>
      <PageTitle>The code of your other device</PageTitle>
      <p className={styles.lead}>
        On the device where you sit already, press the name of your table and choose “Another
        device”. Type here what it shows: you are then the same person on both.
      </p>
      <CodeForm />
    </main>
  );
}
