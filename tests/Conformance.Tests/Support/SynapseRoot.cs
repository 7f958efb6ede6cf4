using System.Diagnostics;

namespace Conformance.Tests.Support;

/// <summary>A folder that holds a Debian system with Synapse in it, as <c>suites/targets/synapse/root --python</c> makes it.</summary>
/// <param name="path">The folder.</param>
internal sealed class SynapseRoot(string path)
{
    /// <summary>Runs a script with the system's Python.</summary>
    /// <param name="script">The script's path.</param>
    /// <param name="inputs">Files that are its arguments.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public string Run(string script, params ReadOnlySpan<string> inputs)
    {
        string folder = Path.Combine("tmp", "conformance-" + Guid.NewGuid().ToString("N"));
        string outside = Path.Combine(path, folder);
        Directory.CreateDirectory(outside);
        try
        {
            List<string> words = [path, "python3"];
            foreach (string file in (ReadOnlySpan<string>)[script, .. inputs])
            {
                File.Copy(file, Path.Combine(outside, Path.GetFileName(file)));
                words.Add(Path.Combine("/", folder, Path.GetFileName(file)));
            }

            // Without the rights to change the root, a user namespace gives them.
            ProcessStartInfo start = Environment.IsPrivilegedProcess
                ? new ProcessStartInfo("chroot", words)
                : new ProcessStartInfo("unshare", ["--map-root-user", "chroot", .. words]);
            start.RedirectStandardOutput = true;
            using Process process = Process.Start(start)!;
            string said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{Path.GetFileName(script)} ended with exit code {process.ExitCode}");
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }
}
