using Conformance.Corpus.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>The script in docs/fixtures.md does what the text says: with the command as a process, and with stubs that know nothing of rules.</summary>
public class ExternalScriptTests
{
    private static readonly string Validate = Path.Combine(AppContext.BaseDirectory, "validate.dll");

    [Fact]
    public void Script_WithTheCommand_PassesCasesOfEveryArea()
    {
        using var folder = new TemporaryFolder();
        string script = ScriptIn(folder);
        string[] sample = [.. CaseFile.All.Where(c => c.Needs.Length == 0).GroupBy(c => c.Id.Split('/')[0])
            .SelectMany(area => area.OrderBy(c => c.Id, StringComparer.Ordinal).DistinctBy(c => c.Verdict).Take(2)).Select(c => c.Id)];
        sample.ShouldContain(id => id.StartsWith("FED/", StringComparison.Ordinal));
        Copy(folder, sample);

        (int exit, string said) = Script.Run("python3", script, folder.Path, "dotnet", Validate, "--report", "json");

        said.Trim().ShouldBe($"0 of {sample.Length} cases failed");
        exit.ShouldBe(0);
    }

    [Fact]
    public void Script_CaseThatAsksForSomethingElse_Fails()
    {
        using var folder = new TemporaryFolder();
        string script = ScriptIn(folder);
        Copy(folder, "MSPF/minimal", "COR/server-name-missing", "ARC/absolute-path");
        Change(folder, "MSPF/minimal", "\"valid\"", "\"invalid\"");
        Change(folder, "COR/server-name-missing", "\"COR002\"", "\"COR003\"");

        (int exit, string said) = Script.Run("python3", script, folder.Path, "dotnet", Validate, "--report", "json");

        said.ShouldContain("MSPF/minimal: exit code 0, verdict invalid");
        said.ShouldContain("COR/server-name-missing: 0 findings like");
        said.ShouldContain("COR/server-name-missing: not asked for: COR002");
        said.ShouldContain("2 of 3 cases failed");
        exit.ShouldBe(1);
    }

    [Fact]
    public void Script_WithStubThatReadsVerdicts_PassesTheWholeCorpusByExitCodes()
    {
        using var folder = new TemporaryFolder();
        string stub = folder.File("stub.sh");
        File.WriteAllText(stub, "case $(grep '\"verdict\"' case.json) in *undetermined*) exit 4;; *unreadable*) exit 3;; *invalid*) exit 1;; *) exit 0;; esac\n");

        (int exit, string said) = Script.Run("python3", ScriptIn(folder), CaseFile.Fixtures, "sh", stub);

        said.Trim().ShouldBe($"0 of {CaseFile.All.Count(c => !c.Needs.Contains("libarchive"))} cases failed");
        exit.ShouldBe(0);
    }

    [Fact]
    public void Script_WithStubThatTakesEverything_FailsEveryCaseThatIsNotValid()
    {
        using var folder = new TemporaryFolder();

        (int exit, string said) = Script.Run("python3", ScriptIn(folder), CaseFile.Fixtures, "true");

        CaseFile[] run = [.. CaseFile.All.Where(c => !c.Needs.Contains("libarchive"))];
        said.ShouldContain($"{run.Count(c => c.Verdict != "valid")} of {run.Length} cases failed");
        said.ShouldContain("JSN/answer-duplicate-state: exit code 0, verdict invalid");
        exit.ShouldBe(1);
    }

    private static string ScriptIn(TemporaryFolder folder)
    {
        string script = folder.File("run-corpus.py");
        File.WriteAllText(script, Script.Of("docs", "fixtures.md"));
        return script;
    }

    private static void Copy(TemporaryFolder folder, params IEnumerable<string> ids)
    {
        foreach (string id in ids)
        {
            string from = CaseFile.Of(id).Folder;
            foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(folder.File($"corpus/{id}"), Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static void Change(TemporaryFolder folder, string id, string from, string to)
    {
        string sidecar = folder.File($"corpus/{id}/case.json");
        File.WriteAllText(sidecar, File.ReadAllText(sidecar).Replace(from, to, StringComparison.Ordinal));
    }
}
