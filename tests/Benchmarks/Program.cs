using BenchmarkDotNet.Running;
using Conformance.Benchmarks.Federation;
using Conformance.Benchmarks.Generation;
using Conformance.Benchmarks.Processes;
using Conformance.Benchmarks.Rooms;
using Conformance.Benchmarks.Synapse;

return args.FirstOrDefault() switch
{
    "compare" => CompareCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "signatures" => SignaturesCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "checks" => ChecksCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "send-join" => SendJoinCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "schemas" => SchemasCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "startup" => StartupCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "generate" => GenerateCommand.Run(args.AsSpan(1), Console.Out),
    "rooms" => RoomsCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    "resolution" => ResolutionCommand.Run(args.AsSpan(1), Console.Out, Console.Error),
    _ => RunMicro(args),
};

static int RunMicro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args);
    return 0;
}
