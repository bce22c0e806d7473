package io.jenkins.plugins.hades.controller;

/** The XML of multibranch projects that a project of Hades is bound to. */
final class Multibranch {
    private Multibranch() {}

    /** One whose branches come from a Git repository. */
    static String ofGit(String url) {
        return of(url, """
                <source class="jenkins.plugins.git.GitSCMSource" plugin="git">
                  <id>branches</id>
                  <remote>%s</remote>
                  <traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/></traits>
                </source>
                """.formatted(url));
    }

    /**
     * One whose branches and tags come from a repository of GitHub.
     *
     * @param url the address that Hades fetches from
     */
    static String ofGitHub(String url, String owner, String repository) {
        return of(url, """
                <source class="org.jenkinsci.plugins.github_branch_source.GitHubSCMSource" plugin="github-branch-source">
                  <id>branches</id>
                  <apiUri>https://api.github.com</apiUri>
                  <repoOwner>%1$s</repoOwner>
                  <repository>%2$s</repository>
                  <repositoryUrl>https://github.com/%1$s/%2$s</repositoryUrl>
                  <traits>
                    <org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait>
                      <strategyId>3</strategyId>
                    </org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait>
                    <org.jenkinsci.plugins.github__branch__source.TagDiscoveryTrait/>
                  </traits>
                </source>
                """.formatted(owner, repository));
    }

    private static String of(String url, String source) {
        return """
                <?xml version='1.1' encoding='UTF-8'?>
                <org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject plugin="workflow-multibranch">
                  <properties>%s</properties>
                  <sources class="jenkins.branch.MultiBranchProject$BranchSourceList" plugin="branch-api">
                    <data>
                      <jenkins.branch.BranchSource>
                        %s
                      </jenkins.branch.BranchSource>
                    </data>
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                  </sources>
                  <factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory">
                    <owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/>
                    <scriptPath>Jenkinsfile</scriptPath>
                  </factory>
                </org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>
                """.formatted(binding("Folder", url), source);
    }

    /** The property that binds a project to an item. */
    static String binding(String kind, String url) {
        return """
                <io.jenkins.plugins.hades.jenkins.project.Project%1$sProperty plugin="hades-core">
                  <settings><repository>%2$s</repository></settings>
                </io.jenkins.plugins.hades.jenkins.project.Project%1$sProperty>
                """.formatted(kind, url);
    }
}
