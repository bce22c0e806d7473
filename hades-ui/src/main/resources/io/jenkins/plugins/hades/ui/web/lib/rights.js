// What the user may do with a project: what is not allowed is not offered. The API decides again at each request.

/** The user's permissions on a project. */
export async function rightsOn(api, project) {
  return new Set((await api.get(`/projects/${project}/rights`)).data.permissions);
}
