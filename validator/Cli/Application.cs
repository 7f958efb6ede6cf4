using System.CommandLine;
using Conformance.Catalogue;
using Conformance.Cli.Commands;
using Conformance.Cli.Console;
using Conformance.Signatures.Cryptography;
using Conformance.Validation;

namespace Conformance.Cli;

/// <summary>The command, from words to exit code. Nothing escapes it: what goes wrong is one line and a code.</summary>
internal static class Application
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after the command's name.</param>
    /// <param name="terminal">The outside world.</param>
    /// <param name="cancellation">Cancelled when the user wants to stop.</param>
    /// <returns>The exit code.</returns>
    public static ExitCode Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        // The most usual question of scripts is answered without building the command line.
        if (args is ["--version"])
        {
            terminal.Out.Write("validate "u8);
            terminal.Out.Write(System.Text.Encoding.UTF8.GetBytes(ToolVersion.Text));
            terminal.Out.Write("\n"u8);
            return ExitCode.Valid;
        }

        if (args is ["--version", "--verbose"] or ["--verbose", "--version"])
        {
            VersionReport.Write(terminal.Out);
            return ExitCode.Valid;
        }

        ReadAhead(args);
        try
        {
            ParseResult parsed = CommandLine.Parse(args, terminal, cancellation);
            if (UsageErrors.Find(parsed, args) is { } problem)
            {
                terminal.Problem(problem);
                return ExitCode.Usage;
            }

            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = new StreamWriter(terminal.Out) { AutoFlush = true },
                Error = terminal.Error,
            };
            return (ExitCode)parsed.Invoke(configuration);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Problem("interrupted; nothing was reported.");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Problem(OneLine(e.Message));
            return ExitCode.Unreadable;
        }
        catch (Exception e)
        {
            terminal.Problem($"a fault of this program, not of the input: {Describe(e)}. Please report it with the input, or with the output of CONFORMANCE_TRACE=1.");
            if (terminal.Environment("CONFORMANCE_TRACE") is { Length: > 0 })
            {
                terminal.Error.WriteLine(e);
            }

            return ExitCode.Fault;
        }
    }

    private static string Describe(Exception e)
    {
        Exception cause = e;
        while (cause is InvalidOperationException && cause.InnerException is not null)
        {
            cause = cause.InnerException;
        }

        return $"{cause.GetType().Name}: {OneLine(cause.Message)}";
    }

    /// <summary>Reads the catalogue and the schemas of archives, and finds the library for signatures, while the words are still being looked at.</summary>
    private static void ReadAhead(string[] args)
    {
        bool checks = !CommandLine.NamesCommand(args);
        Start(() =>
        {
            _ = RuleCatalogue.Default;
            if (checks)
            {
                Validator.ReadAhead();
            }
        });
        Start(static () => _ = Ed25519Libraries.Default);

        static void Start(ThreadStart work) => new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception)
            {
                // Whoever needs it meets the same fault where it is handled.
            }
        })
        { IsBackground = true }.Start();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
