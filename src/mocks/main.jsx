import { createRoot } from 'react-dom/client';
import { ContactList } from './ContactList.jsx';

createRoot(document.getElementById('app')).render(<ContactList />);
