/**
 * Datastores as one host has them: VMFS volumes mounted or not and by their labels, NFS volumes of version 3 and 4.1 with all
 * that they were added with.
 *
 * <p>What a datastore is for, and which array holds it, is the site's business (the kind {@code datastore}). Here it is only
 * whether and how this host uses it. Nothing is ever formatted, resignatured or destroyed: a VMFS volume that is not there, or
 * whose signature says that it is a copy of another, is a matter for people. An NFS volume cannot be changed; it is removed and
 * added again, which its server does not notice. The host refuses to let go of a volume that is in use. Not managed: the
 * binding of NFS volumes to VMkernel ports and their numbers of connections (8.0), vVols, vSAN.
 *
 * <p>SSH: {@code storage filesystem list|mount|unmount}, {@code storage nfs list|add|remove}, {@code storage nfs41
 * list|add|remove}, {@code storage vmfs extent list}, {@code storage vmfs snapshot list}, and {@code vim-cmd
 * hostsvc/datastore/rename} for the label. API: {@code MountVmfsVolume}, {@code UnmountVmfsVolume}, {@code CreateNasDatastore},
 * {@code RemoveDatastore}, {@code RenameDatastore}.
 */
@NullMarked
package io.twinpath.kind.mount;

import org.jspecify.annotations.NullMarked;
