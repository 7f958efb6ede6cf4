using System.CommandLine;
using Conformance.Cli.Console;

namespace Conformance.Cli.Commands;

/// <summary><c>validate mutate</c>: puts labelled faults into a valid archive or answer. Only when it runs is the generator's assembly loaded.</summary>
internal sealed class MutateCommand
{
    private readonly Argument<string?> _input = new("INPUT")
    {
        Description = "A valid archive (a folder, .tar, .tar.gz, .zip), or with .json a capture of a federation request and its answer.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The folder to write into, new or empty: one file for each rule, and mutations.json. With one --rule also a file.",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _rules = new("--rule") { Description = "Only these rules, or areas such as ROM. May be given more than once.", HelpName = "ID" };
    private readonly Option<bool> _all = new("--all") { Description = "All rules that the input can be made to break. This is what happens without --rule." };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Another seed puts the faults elsewhere. Default: 1.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
    private readonly Option<string[]> _keys = new("--keys")
    {
        Description = "Secret keys, to sign changed events again: {\"SERVER\": \"ed25519 VERSION SEED\", …}, or the truth file of validate generate. Files of public keys, as validate takes them, "
            + "are used for checking. May be given more than once. Default: what generate wrote beside the input, if it is there. The archive's own key is always used.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _form = new("--form") { Description = "What wraps the outputs, in place of what wraps the input: directory, tar, tar.gz, zip.", HelpName = "FORM" };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "The endpoint, where the input is the body of a federation answer alone.", HelpName = "NAME" };
    private readonly Option<string?> _version = new("--room-version") { Description = "The version of the answer's room, where its events don't tell.", HelpName = "V" };
    private readonly Option<bool> _check = new("--check") { Description = "Run our own validator over each output, and tell which faults it doesn't name." };
    private readonly Option<bool> _list = new("--list") { Description = "List what can be mutated, and which rules can't, with the reason." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing; no progress." };

    private readonly Terminal _terminal;
    private readonly CancellationToken _cancellation;

    private MutateCommand(Terminal terminal, CancellationToken cancellation)
    {
        _terminal = terminal;
        _cancellation = cancellation;
    }

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal, CancellationToken cancellation)
    {
        var words = new MutateCommand(terminal, cancellation);
        var command = new Command("mutate", "Puts one labelled fault after the other into a valid archive or answer, to learn which of them an importer lets pass.");
        command.Arguments.Add(words._input);
        foreach (Option option in (Option[])
            [
                words._output, words._rules, words._all, words._seed, words._keys, words._form, words._endpoint, words._version, words._check, words._list, words._quiet,
            ])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => (int)words.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed) => new MutateRun(_terminal, _cancellation).Run(new MutateWords
    {
        Input = parsed.GetValue(_input),
        Output = parsed.GetValue(_output),
        Rules = parsed.GetValue(_rules) ?? [],
        All = parsed.GetValue(_all),
        Seed = parsed.GetValue(_seed),
        Keys = parsed.GetValue(_keys) ?? [],
        Form = parsed.GetValue(_form),
        Endpoint = parsed.GetValue(_endpoint),
        RoomVersion = parsed.GetValue(_version),
        Check = parsed.GetValue(_check),
        List = parsed.GetValue(_list),
        Quiet = parsed.GetValue(_quiet),
    });
}
