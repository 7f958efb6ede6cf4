using System.Diagnostics;
using Conformance.Tests.Support;
using Shouldly;

namespace Conformance.Corpus.Tests.Support;

/// <summary>Scripts that documents show, and runs of them.</summary>
internal static class Script
{
    /// <summary>The first Python script of a document.</summary>
    public static string Of(params string[] document)
    {
        const string Begin = "```python\n";
        string text = File.ReadAllText(Path.Combine([Repository.Root, .. document]));
        int start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string script = text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        script.Split('\n').Length.ShouldBeLessThan(40);
        return script;
    }

    /// <summary>Runs a command; skips the test when it isn't on this machine.</summary>
    public static (int Exit, string Said) Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true };
        foreach (string word in command[1..])
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using Process process = Process.Start(start)!;
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Ci.SkipUnless(false, $"{command[0]} isn't on this machine.");
            throw;
        }
    }
}
