using Conformance.Corpus.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>The script in docs/fixtures.md does what the text says, with the command as a process.</summary>
public class ExternalScriptTests
{
    [Fact]
    public void Script_OfTheDocumentation_RunsCasesWithTheCommand()
    {
        using var folder = new TemporaryFolder();
        foreach (string id in (string[])["MSPF/minimal", "COR/server-name-missing", "ARC/absolute-path"])
        {
            string target = folder.File($"corpus/{id}");
            Directory.CreateDirectory(target);
            foreach (string file in Directory.GetFiles(CaseFile.Of(id).Folder))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        string script = folder.File("run-corpus.py");
        File.WriteAllText(script, Script.Of("docs", "fixtures.md"));
        string validate = Path.Combine(AppContext.BaseDirectory, "validate.dll");

        (int exit, string said) = Script.Run("python3", script, folder.Path, "dotnet", validate, "--report", "json");
        said.ShouldContain("0 cases failed");
        exit.ShouldBe(0);

        File.WriteAllText(
            folder.File("corpus/MSPF/minimal/case.json"),
            File.ReadAllText(folder.File("corpus/MSPF/minimal/case.json")).Replace("\"valid\"", "\"invalid\"", StringComparison.Ordinal));
        (exit, said) = Script.Run("python3", script, folder.Path, "dotnet", validate, "--report", "json");
        said.ShouldContain("MSPF/minimal: exit code 0, verdict invalid");
        exit.ShouldBe(1);
    }
}
